import { unitKey } from '../../../comparison.js';
import { type ChangePart, changeParts } from '../../../waves/change.js';
import { fewInStep, type LevelsKnown } from '../../../waves/few-in-step.js';
import { nodeChange } from '../../../waves/node-changes.js';
import type { WaveStep } from '../../../waves/wave-step.js';
import type { EarlierFigure } from '../earlier-figure.js';
import { isAsPrinted, type ToldRow } from '../told-row.js';
import { type JsonRow, numberAt, textAt } from './earlier-document.js';
import type { EarlierPlace } from './earlier-place.js';

/** Columns of the table of waves that say what a change is made of. */
const partColumns = {
  who: 'who_answered',
  answers: 'answers_changed',
  answered: 'newly_or_no_longer_answered',
  definition: 'definition_or_rubric',
} as const satisfies Readonly<Record<ChangePart, string>>;

/** The columns without which a table of waves cannot be read. */
export const waveColumns: readonly string[] = [
  'from_wave',
  'to_wave',
  'node',
  'from_score',
  'to_score',
  'matched_change',
  'from_responses',
  'to_responses',
  'matched_responses',
  ...Object.values(partColumns),
];

/** Rows of a table of waves. */
export interface ChangeReading {
  /** The name of the document that they are in. */
  readonly document: string;
  readonly rows: readonly JsonRow[];
  /** Whose a row is, in no wave. */
  readonly placeOf: (row: JsonRow) => EarlierPlace | undefined;
}

/**
 * What a table told of changes from one wave to the next. One is as it was if that is still so of all that was told of it, and if nobody few
 * would be told apart by it beside units of the levels that are told of now.
 */
export function readChanges(
  { document, rows, placeOf }: ChangeReading,
  step: WaveStep,
  levels: LevelsKnown,
  isFew: (people: number) => boolean,
): readonly ToldRow[] {
  const { before, after, nodes, changes } = step;
  const few = new Set(
    fewInStep(step, levels, isFew).map(({ place, node }) => JSON.stringify([unitKey(place), node ?? null])),
  );
  const byKey = new Map(
    changes.flatMap((change) => {
      const found = change.after ?? change.before;
      return found === undefined ? [] : [[unitKey({ ...found, wave: after.name }), change]];
    }),
  );
  const { digits } = after.plan.rounding;
  const pairs = new Map(nodes.map((node) => [node.id, node]));
  return rows.flatMap((row): readonly ToldRow[] => {
    const place = placeOf(row);
    const id = textAt(row, 'node');
    if (place === undefined || id === undefined) return [];
    const whose = { ...place, wave: after.name };
    const change = byKey.get(unitKey(whose));
    const pair = pairs.get(id);
    const now = change === undefined || pair === undefined ? undefined : nodeChange(change, pair, after);
    const isPrinted = (key: string, value: number | undefined) => {
      const told = numberAt(row, key);
      return told === null || isAsPrinted(told, value, digits);
    };
    const key = unitKey(whose);
    const isAboutFew = few.has(JSON.stringify([key, null])) || few.has(JSON.stringify([key, id]));
    return [
      {
        document,
        kind: 'change',
        whose,
        about: [before.name, id],
        before: numberAt(row, 'matched_responses') ?? undefined,
        now: change?.matched.after?.size ?? 0,
        isShown: numberAt(row, 'matched_change') !== null || numberAt(row, partColumns.who) !== null,
        isSame:
          !isAboutFew &&
          isPrinted('matched_change', now?.matched) &&
          changeParts.every((part) => isPrinted(partColumns[part], now?.parts[part])),
        // A change is never told again, however many came.
        people: 1,
      },
    ];
  });
}

/** The scores before and after that a table of waves told of, in each of both waves. */
export function readScoresInWaves(
  { document, rows, placeOf }: ChangeReading,
  { before, after, nodes }: Pick<WaveStep, 'before' | 'after' | 'nodes'>,
): { readonly before: readonly EarlierFigure[]; readonly after: readonly EarlierFigure[] } {
  const idsBefore = new Map(nodes.map(({ id, idBefore }) => [id, idBefore]));
  const told = (wave: string, way: 'from' | 'to', idOf: (id: string) => string) =>
    rows.flatMap((row): readonly EarlierFigure[] => {
      const place = placeOf(row);
      const id = textAt(row, 'node');
      if (place === undefined || id === undefined) return [];
      const value = numberAt(row, `${way}_score`);
      const responses = numberAt(row, `${way}_responses`) ?? undefined;
      const figure = { ...place, document, wave, node: idOf(id), value, responses } as const;
      return [{ ...figure, table: 'waves', measure: 'scores', counts: 'all' }];
    });
  return {
    before: told(before.name, 'from', (id) => idsBefore.get(id) ?? id),
    after: told(after.name, 'to', (id) => id),
  };
}
