import { type Comparison, statusOf, type Withheld } from '../../compare/comparison.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import { bandOf } from '../../rubric/bands.js';
import type { Plan } from '../../rubric/plan.js';
import type { Status } from '../../rubric/score.js';
import type { Column, Table, TableCell } from '../table.js';
import { coverageCell, coverageDigits, type Figure, longFigures, plainCell, scoreCell } from './figure.js';
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

/** Whose figure a row of a long table tells. */
export interface LongRow {
  readonly level: string;
  /** One a unit field; empty below its own level. */
  readonly names: readonly string[];
  readonly response: string;
  readonly wave: string;
  readonly rank: string | undefined;
  readonly card: Record<'scores' | 'low' | 'high' | 'coverage' | 'target', ArrayLike<number>> & {
    readonly status: readonly Status[];
    readonly withheld?: Withheld;
  };
  /** What the figure was made of; an index is made of figures and has none. */
  readonly counts: Record<'responses' | 'returned' | 'expected', number> | undefined;
}

/** The cells of one row, under `longColumns`. */
export function longCells(row: LongRow, figure: Figure, plan: Plan, several: boolean): readonly TableCell[] {
  const { slot, id, title, bands } = figure;
  const { card, counts } = row;
  const isWithheld = (figure: keyof Withheld) => card.withheld?.[figure].has(slot) ?? false;
  const count = (value: number | undefined): TableCell =>
    value === undefined ? { kind: 'empty' } : { kind: 'number', value };
  return [
    text(row.level),
    ...row.names.map(text),
    text(row.response),
    text(row.wave),
    ...(several ? [text(plan.rubric.id)] : []),
    text(id),
    text(title),
    scoreCell(card.scores[slot], statusOf(card, slot), figure, plan),
    text(bandOf(card.scores[slot] ?? Number.NaN, bands)?.id ?? ''),
    plainCell(card.low[slot], plan, isWithheld('low')),
    plainCell(card.high[slot], plan, isWithheld('high')),
    coverageCell(card.coverage[slot], plan, isWithheld('coverage')),
    count(counts?.responses),
    count(counts?.returned),
    count(counts?.expected),
    text(statusOf(card, slot) ?? ''),
    rankCell(row.rank),
    plainCell(card.target[slot], plan, isWithheld('target')),
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
      return figures.map((figure, j) => {
        const { slot } = figure;
        const row: LongRow = {
          level: unit.level,
          names: fields.map((_, depth) => unit.path[depth] ?? ''),
          response: unit.response ?? '',
          wave: unit.wave,
          rank: places[j]?.get(i),
          card,
          counts: indices.has(figure.id)
            ? undefined
            : {
                responses: card.responses[slot] ?? 0,
                returned: card.returned[slot] ?? 0,
                expected: card.expected,
              },
        };
        return longCells(row, figure, plan, several);
      });
    });
  });
  return { title: questionnaire.title, columns, rows, notes: [] };
}
