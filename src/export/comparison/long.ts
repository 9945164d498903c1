import type { Comparison } from '../../compare/comparison.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import { bandOf } from '../../rubric/bands.js';
import type { Column, Table, TableCell } from '../table.js';
import { coverageCell, coverageDigits, longFigures, plainCell, scoreCell } from './figure.js';
import { placesOf, rankCell, text } from './wide.js';

export interface LongOptions {
  readonly levels: readonly string[];
  readonly rank: boolean;
}

/** The columns of every long table. */
export function longColumns(
  fields: readonly { readonly id: string; readonly title: string }[],
  digits: number,
  several: boolean,
): readonly Column[] {
  const label = (key: string, title: string): Column => ({ key, title, kind: 'label' });
  const score = (key: string, title: string): Column => ({ key, title, kind: 'score', digits });
  const count = (key: string, title: string): Column => ({ key, title, kind: 'count' });
  return [
    label('level', 'Level'),
    ...fields.map(({ id, title }) => label(id, title)),
    label('response_id', 'Response'),
    label('wave', 'Wave'),
    ...(several ? [label('rubric', 'Rubric')] : []),
    label('node', 'Node'),
    { key: 'title', title: 'Title', kind: 'text' },
    score('score', 'Score'),
    { key: 'band', title: 'Band', kind: 'text' },
    score('low', 'Low'),
    score('high', 'High'),
    { key: 'coverage', title: 'Coverage', kind: 'share', digits: coverageDigits(digits) },
    count('responses', 'Responses'),
    count('returned', 'Returned'),
    count('expected', 'Expected'),
    { key: 'status', title: 'Status', kind: 'text' },
    count('rank', 'Rank'),
    score('target', 'Target'),
  ];
}

/** One row a unit and figure, with all that is known of it. */
export function longTable(comparisons: readonly Comparison[], options: LongOptions): Table {
  const first = comparisons[0];
  if (first === undefined) return { columns: [], rows: [], notes: [] };
  const { questionnaire, rounding } = first.plan;
  const { digits } = rounding;
  const fields = unitFields(questionnaire);
  const several = comparisons.length > 1;
  const columns = longColumns(fields, digits, several);
  const rows = comparisons.flatMap((comparison) => {
    const { plan, units } = comparison;
    const figures = longFigures(plan);
    const indices = new Set(plan.indices.map((index) => index.id));
    const places = figures.map((figure) => (options.rank ? placesOf(comparison, figure) : undefined));
    return units.flatMap((unit, i) => {
      if (!options.levels.includes(unit.level)) return [];
      const { card } = unit;
      return figures.map((figure, j): readonly TableCell[] => {
        const { slot, id, title } = figure;
        const isIndex = indices.has(id);
        const number = (value: number | undefined): TableCell =>
          value === undefined || isIndex ? { kind: 'empty' } : { kind: 'number', value };
        return [
          text(unit.level),
          ...fields.map((_, depth) => text(unit.path[depth] ?? '')),
          text(unit.response ?? ''),
          text(unit.wave),
          ...(several ? [text(plan.rubric.id)] : []),
          text(id),
          text(title),
          scoreCell(card.scores[slot], card.status[slot], figure, plan),
          text(bandOf(card.scores[slot] ?? Number.NaN, figure.bands)?.id ?? ''),
          plainCell(card.low[slot], plan),
          plainCell(card.high[slot], plan),
          coverageCell(card.coverage[slot], plan),
          number(card.responses[slot]),
          number(card.returned[slot]),
          number(card.expected),
          text(card.status[slot] ?? ''),
          rankCell(places[j]?.get(i)),
          plainCell(card.target[slot], plan),
        ];
      });
    });
  });
  return { title: questionnaire.title, columns, rows, notes: [] };
}
