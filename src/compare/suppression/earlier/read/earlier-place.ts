import { everyUnit, type Unit } from '../../../comparison.js';
import { type Key, orderKeys } from '../../../grouping/key.js';
import { type JsonRow, textAt } from './earlier-document.js';

/** Whose a row is. */
export type EarlierPlace = Pick<Unit, 'level' | 'path' | 'groups' | 'response' | 'wave'>;

/**
 * Finds out whose the rows of a table of scores are, wide or long: by what they stood for, which is `keys`, and by the questionnaire's
 * unit fields from the outermost in. Nothing for a row without a name.
 */
export function earlierPlaces(
  keys: readonly Key[],
  fields: readonly string[],
): (row: JsonRow) => EarlierPlace | undefined {
  const ordered = orderKeys(keys);
  const [first] = ordered;
  const named = first?.kind === 'attribute' ? first.id : fields[0];
  const columnOf = ({ kind, id }: Key) => (kind === 'response' ? 'response_id' : id);
  const all = new Set([...fields, ...ordered.map(columnOf)]);
  const isOfAll = (row: JsonRow) =>
    textAt(row, 'level') === everyUnit ||
    (named !== undefined &&
      row[named] === everyUnit &&
      [...all].every((column) => column === named || textAt(row, column) === undefined));
  const depthAt = (at: number) =>
    ordered
      .slice(0, at + 1)
      .reduce((most, key) => (key.kind === 'unit' ? Math.max(most, key.depth) : most), 0);
  return (row) => {
    const wave = textAt(row, 'wave') ?? '';
    if (isOfAll(row)) return { level: everyUnit, path: [], wave };
    const said = textAt(row, 'level');
    const at = ordered.findLastIndex((key) =>
      said === undefined ? textAt(row, columnOf(key)) !== undefined : key.id === said,
    );
    const key = ordered[at];
    if (key === undefined) return undefined;
    const response = key.kind === 'response' ? textAt(row, 'response_id') : undefined;
    const depth = key.kind === 'response' ? fields.length : depthAt(at);
    const groups = ordered
      .slice(0, at + 1)
      .flatMap(({ kind, id }): [string, string][] =>
        kind === 'attribute' ? [[id, textAt(row, id) ?? '']] : [],
      );
    return {
      level: key.id,
      path: fields.slice(0, depth).map((field) => textAt(row, field) ?? ''),
      wave,
      ...(response === undefined ? {} : { response }),
      // A response is the same in every group.
      ...(groups.length === 0 || response !== undefined ? {} : { groups: Object.fromEntries(groups) }),
    };
  };
}
