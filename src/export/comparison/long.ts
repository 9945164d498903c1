import { statusOf, type Withheld } from '../../compare/comparison.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import { bandOf } from '../../rubric/bands.js';
import type { Plan } from '../../rubric/plan.js';
import type { Status } from '../../rubric/score.js';
import type { Column, Table, TableCell } from '../tables/table.js';
import { count, text, withheld } from './cells.js';
import { coverageCell, coverageDigits, type Figure, longFigures, plainCell, scoreCell } from './figure.js';
import { comparisonNotes } from './notes.js';
import type { Showing } from './shown.js';

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
  readonly rank: TableCell;
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
  // Of a small group not even coverage is told: how many have a score would tell who left it out.
  const isSilent = counts !== undefined && isWithheld('scores') && isWithheld('coverage');
  const score = scoreCell(card.scores[slot], statusOf(card, slot), figure, plan);
  return [
    text(row.level),
    ...row.names.map(text),
    text(row.response),
    text(row.wave),
    ...(several ? [text(plan.rubric.id)] : []),
    text(id),
    text(title),
    score,
    score.kind === 'empty' && bands.length > 0
      ? score
      : text(bandOf(card.scores[slot] ?? Number.NaN, bands)?.id ?? ''),
    plainCell(card.low[slot], plan, isWithheld('low')),
    plainCell(card.high[slot], plan, isWithheld('high')),
    coverageCell(card.coverage[slot], plan, isWithheld('coverage')),
    ...(isSilent ? [withheld, withheld] : [count(counts?.responses), count(counts?.returned)]),
    count(counts?.expected),
    text(statusOf(card, slot) ?? ''),
    row.rank,
    plainCell(card.target[slot], plan, isWithheld('target')),
  ];
}

/** One row a unit and figure, with all that is known of it; what is said beside figures comes last. */
export function longTable(showing: Showing): Table {
  const { byRubric, keys } = showing;
  const [first] = byRubric;
  if (first === undefined) return { columns: [], rows: [], notes: [] };
  const { questionnaire, rounding } = first.comparison.plan;
  const fields = unitFields(questionnaire);
  const attributes = keys.filter(({ kind }) => kind === 'attribute');
  const several = byRubric.length > 1;
  const columns = longColumns([...fields, ...attributes], rounding.digits, several);
  const beside = first.companions.flatMap((companion) => companion.columns);
  return {
    title: questionnaire.title,
    columns: [...columns, ...beside.filter(({ key }) => key !== 'rank')],
    rows: byRubric.flatMap(({ comparison: { plan }, rows, companions }) => {
      const indices = new Set(plan.indices.map((index) => index.id));
      const figures = longFigures(plan).map((figure) => ({
        figure,
        isIndex: indices.has(figure.id),
        beside: companions.map(({ cells }) => cells(figure)),
      }));
      return rows.flatMap((unit, at) =>
        figures.map(({ figure, isIndex, ...each }) => {
          const { card } = unit;
          const { slot } = figure;
          const said = each.beside.flatMap((cells) => cells[at] ?? []);
          const rankAt = beside.findIndex(({ key }) => key === 'rank');
          const row: LongRow = {
            level: unit.level,
            names: [
              ...fields.map((_, depth) => unit.path[depth] ?? ''),
              ...attributes.map(({ id }) => unit.groups?.[id] ?? ''),
            ],
            response: unit.response ?? '',
            wave: unit.wave,
            rank: said[rankAt] ?? { kind: 'empty' },
            card,
            counts: isIndex
              ? undefined
              : {
                  responses: card.responses[slot] ?? 0,
                  returned: card.returned[slot] ?? 0,
                  expected: card.expected,
                },
          };
          return [...longCells(row, figure, plan, several), ...said.filter((_, i) => i !== rankAt)];
        }),
      );
    }),
    notes: comparisonNotes(showing, longFigures),
  };
}
