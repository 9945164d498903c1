import type { Plan } from '../../../../rubric/plan.js';
import type { Key } from '../../../grouping/key.js';
import type { Measure } from '../../reader/shown-table.js';
import type { EarlierFigure } from '../earlier-figure.js';
import { type JsonRow, numberAt, textAt } from './earlier-document.js';
import { earlierPlaces } from './earlier-place.js';

/** Where figures stand in a long table. */
const longKeys: Readonly<Record<string, Measure>> = {
  score: 'scores',
  low: 'low',
  high: 'high',
  coverage: 'coverage',
  target: 'target',
};

/** How a table of scores is to be read. */
export interface EarlierReading {
  /** The name of the document that they are in. */
  readonly document: string;
  /** What its rows stood for. */
  readonly keys: readonly Key[];
  /** What may end the keys of a figure's columns in a wide table: the rubric's where there were several, and nothing. */
  readonly suffixes: readonly string[];
}

/** The figures of tables that `compare` wrote as JSON, wide or long, by their rows. */
export function readEarlier(
  rows: readonly JsonRow[],
  plan: Plan,
  { document, keys, suffixes }: EarlierReading,
): readonly EarlierFigure[] {
  const placeOf = earlierPlaces(
    keys,
    plan.rollup.levels.map(({ unit }) => unit),
  );
  const figures = [...plan.nodes, ...plan.indices];
  return rows.flatMap((row): readonly EarlierFigure[] => {
    const place = placeOf(row);
    if (place === undefined) return [];
    const unit = {
      ...place,
      document,
      table: 'scores',
      responses: numberAt(row, 'responses') ?? undefined,
    } as const;
    const node = textAt(row, 'node');
    if (node !== undefined && 'score' in row) {
      const rubric = textAt(row, 'rubric');
      if (rubric === undefined ? !suffixes.includes('') : rubric !== plan.rubric.id) return [];
      return Object.entries(longKeys).map(
        ([key, measure]): EarlierFigure => ({
          ...unit,
          node,
          measure,
          value: numberAt(row, key),
          counts: 'scored',
        }),
      );
    }
    return figures.flatMap(({ id }): readonly EarlierFigure[] => {
      const key = suffixes.map((suffix) => `${id}${suffix}`).find((each) => each in row);
      if (key === undefined) return [];
      return [{ ...unit, node: id, measure: 'scores', value: numberAt(row, key), counts: 'all' }];
    });
  });
}
