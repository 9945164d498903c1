import type { ToldRow } from '../../compare/suppression/earlier/told-row.js';
import { type Hidden, isHidden } from '../../compare/suppression/hidden.js';
import { type OtherKind, rowName } from '../../compare/suppression/reader/table-cells.js';
import { whyWithheld } from './changes-since.js';

/** What is withheld, and what of it for being about fewer people than `minGroup`. */
export interface WithheldNow {
  readonly hidden: Hidden;
  readonly small: Hidden;
  readonly minGroup: number;
}

/** What became of figures beside scores that were given out before, and why: a line for each that is not as it was. */
export function othersSince(
  rows: readonly ToldRow[],
  isTold: (row: ToldRow) => boolean,
  withheld: WithheldNow,
): readonly string[] {
  const lines = rows.flatMap((row) => {
    const said = row.isShown && isTold(row) ? change(row, withheld) : undefined;
    return said === undefined ? [] : [`${rowName(row.whose)}, ${about(row)}: ${said}`];
  });
  return [...new Set(lines)];
}

function change(
  { kind, whose, about: ids, before, now, isSame }: ToldRow,
  { hidden, small, minGroup }: WithheldNow,
): string | undefined {
  // Of what was not there it is not known that it was told.
  if (before === undefined) return undefined;
  if (isHidden(hidden, kind, whose, ...ids)) {
    return whyWithheld(isHidden(small, kind, whose, ...ids), minGroup);
  }
  if (before !== now) return `${before} → ${now} ${counted(kind, now)}`;
  return isSame ? undefined : `still ${now} ${counted(kind, now)}: answers or rules were changed`;
}

function counted(kind: ToldRow['kind'], n: number): string {
  if (kind === 'change') return n === 1 ? 'response in both' : 'responses in both';
  const one = isOfTargets(kind) ? 'answer' : 'rating';
  return n === 1 ? one : `${one}s`;
}

function about({ kind, about: [id = '', other = ''] }: ToldRow): string {
  if (kind === 'change') return `change in ${other} from ${id}`;
  if (kind === 'roles') return `${id} by ${other}`;
  if (kind === 'alpha') return `alpha of ${id}`;
  return isOfTargets(kind) ? `${kind === 'targets' ? 'targets' : 'shortfalls'} in ${id}` : `ratings of ${id}`;
}

function isOfTargets(kind: ToldRow['kind']): kind is Extract<OtherKind, 'shortfall' | 'targets'> {
  return kind === 'shortfall' || kind === 'targets';
}
