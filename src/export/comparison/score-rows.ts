import { noUnit } from '../../compare/comparison.js';
import { unitFields } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';
import type { Plan } from '../../rubric/plan.js';
import type { Scorecard } from '../../rubric/score.js';
import type { Column, TableCell } from '../tables/table.js';
import { text } from './cells.js';
import type { ColumnChoice } from './column-choice.js';
import { longFigures, scoreCell, wideFigures } from './figure.js';
import { type LongRow, longCells, longColumns } from './long.js';

/** The rows of one response, made as it comes: nothing is kept. The wave always stands at `waveAt`. */
export interface ScoreRows {
  readonly columns: readonly Column[];
  readonly waveAt: number;
  readonly rows: (response: Response, cards: readonly Scorecard[]) => readonly (readonly TableCell[])[];
}

const label = (key: string, title: string): Column => ({ key, title, kind: 'label' });
const one: TableCell = { kind: 'number', value: 1 };
const blank: LongRow['card'] = { scores: [], low: [], high: [], coverage: [], target: [], status: [] };

/** How a score becomes a cell: with its band for the eye, or as the bare figure for a file. */
export type CellMaker = typeof scoreCell;

/** One row a response and one column a figure; with several rubrics, one group of columns each. */
export function wideScoreRows(
  plans: readonly Plan[],
  choice: ColumnChoice,
  depth: number,
  cell: CellMaker = scoreCell,
): ScoreRows {
  const fields = fieldsOf(plans);
  const groups = plans.map((plan) => ({
    plan,
    figures: wideFigures(plan, choice, depth),
    suffix: plans.length > 1 ? `__${plan.rubric.id.replaceAll('-', '_')}` : '',
  }));
  return {
    columns: [
      label('response_id', 'Response'),
      ...fields.map(({ id, title }) => label(id, title)),
      label('wave', 'Wave'),
      { key: 'responses', title: 'Responses', kind: 'count' },
      ...groups.flatMap(({ plan, figures, suffix }) =>
        figures.map(
          ({ id, title }): Column => ({
            key: `${id}${suffix}`,
            title: suffix === '' ? title : `${title} (${plan.rubric.title})`,
            kind: 'score',
            digits: plan.rounding.digits,
          }),
        ),
      ),
    ],
    waveAt: 1 + fields.length,
    rows: (response, cards) => {
      const cells: TableCell[] = [text(response.id)];
      for (const { id } of fields) cells.push(text(String(response.profile[id] ?? noUnit)));
      cells.push(text(response.wave ?? ''), one);
      for (const [i, { plan, figures }] of groups.entries()) {
        const card = cards[i];
        for (const figure of figures) {
          cells.push(cell(card?.scores[figure.slot], card?.status[figure.slot], figure, plan));
        }
      }
      return [cells];
    },
  };
}

/** One row a response and figure, with the columns of every long table. */
export function longScoreRows(plans: readonly Plan[]): ScoreRows {
  const fields = fieldsOf(plans);
  const digits = plans[0]?.rounding.digits ?? 2;
  const several = plans.length > 1;
  const groups = plans.map((plan) => {
    const indices = new Set(plan.indices.map(({ id }) => id));
    return {
      plan,
      figures: longFigures(plan).map((figure) => ({ figure, isIndex: indices.has(figure.id) })),
    };
  });
  return {
    columns: longColumns(fields, digits, several),
    waveAt: -1,
    rows: (response, cards) =>
      groups.flatMap(({ plan, figures }, i) =>
        figures.map(({ figure, isIndex }) => {
          const card = cards[i] ?? blank;
          const scored = Number.isNaN(card.scores[figure.slot] ?? Number.NaN) ? 0 : 1;
          const row: LongRow = {
            level: 'response',
            names: fields.map(({ id }) => String(response.profile[id] ?? noUnit)),
            response: response.id,
            wave: response.wave ?? '',
            rank: { kind: 'empty' },
            card,
            counts: isIndex ? undefined : { responses: scored, returned: scored, expected: 1 },
          };
          return longCells(row, figure, plan, several);
        }),
      ),
  };
}

function fieldsOf(plans: readonly Plan[]) {
  const [first] = plans;
  return first === undefined ? [] : unitFields(first.questionnaire);
}
