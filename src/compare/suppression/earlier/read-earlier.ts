import type { Plan } from '../../../rubric/plan.js';
import type { Measure } from '../reader/shown-table.js';
import type { JsonRow } from './earlier-document.js';
import type { EarlierFigure } from './earlier-figure.js';

/** Where figures stand in a long table. */
const longKeys: Readonly<Record<string, Measure>> = {
  score: 'scores',
  low: 'low',
  high: 'high',
  coverage: 'coverage',
  target: 'target',
};

/**
 * The figures of tables that `compare` wrote as JSON, wide or long, by their rows. `suffix` ends the keys of a rubric's columns in
 * a wide table of several.
 */
export function readEarlier(rows: readonly JsonRow[], plan: Plan, suffix: string): readonly EarlierFigure[] {
  const fields = plan.rollup.levels.map(({ unit }) => unit);
  const figures = [...plan.nodes, ...plan.indices];
  return rows.flatMap((row): readonly EarlierFigure[] => {
    const names = fields.map((field) => textAt(row, field));
    const path = names.slice(0, names.findLastIndex((name) => name !== undefined) + 1);
    const response = textAt(row, 'response_id');
    const unit = {
      level: response === undefined ? (fields[path.length - 1] ?? '') : 'response',
      path: path.map((name) => name ?? ''),
      ...(response === undefined ? {} : { response }),
      wave: textAt(row, 'wave') ?? '',
      responses: numberAt(row, 'responses') ?? undefined,
    };
    const node = textAt(row, 'node');
    if (node !== undefined && 'score' in row) {
      const rubric = textAt(row, 'rubric');
      if (rubric !== undefined && rubric !== plan.rubric.id) return [];
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
    return figures
      .filter(({ id }) => `${id}${suffix}` in row)
      .map(
        ({ id }): EarlierFigure => ({
          ...unit,
          node: id,
          measure: 'scores',
          value: numberAt(row, `${id}${suffix}`),
          counts: 'all',
        }),
      );
  });
}

function textAt(row: JsonRow, key: string): string | undefined {
  const value = row[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function numberAt(row: JsonRow, key: string): number | null {
  const value = row[key];
  return typeof value === 'number' ? value : null;
}
