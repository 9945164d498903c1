import { statusOf, type Unit } from '../../../compare/comparison.js';
import type { PlanNode } from '../../../rubric/plan.js';
import { scoreCell } from '../../comparison/figure.js';
import type { TableCell } from '../../tables/table.js';
import { areAlike, dimensionsOf, largest, overallOf, quantileOf } from '../figures/figures.js';
import { whyNoScore } from '../figures/why-none.js';
import { named, score, textCell } from '../model/columns.js';
import { title, type Words, words } from '../model/words.js';
import { type ReportSource, unitsNow } from '../source/source.js';
import { unitNameWords, unitWords } from '../source/unit-words.js';
import { tellsOfCards, tellsOfCells } from '../source/withheld-here.js';
import { nothingShown, type ReportPart } from './part.js';

/** The matrix of dimensions and themes: a unit's own, or the median of all. */
export const matrix: ReportPart = {
  topic: 'Dimensions and themes',
  // What stands at the end of rows and columns too.
  tells: (place, source) => tellsOfCells(place, source) || tellsOfCards('scores')(place, source),
  make: (source) => {
    const { plan, own } = source;
    const themes = plan.nodes.filter(({ kind }) => kind === 'theme');
    if (themes.length === 0) return { why: words`the questionnaire has no themes` };
    const cells = new Map(plan.nodes.map((node) => [node.id, node]));
    const dimensions = dimensionsOf(plan);
    const overall = overallOf(plan);
    const units = own === undefined ? unitsNow(source) : [own.unit];
    const cellOf = (node: PlanNode | undefined) => figureOf(node, units, source);
    const crossed = dimensions.flatMap((dimension) =>
      themes.map((theme) => cells.get(`${dimension.id}__${theme.id}`)),
    );
    if (!crossed.some((node) => cellOf(node).kind === 'number')) {
      const isWithheld = crossed.some((node) => node !== undefined && whyNoScore(units, node) === 'withheld');
      return { why: nothingShown(isWithheld, words`no dimension has a score by theme`) };
    }
    const { digits } = plan.rounding;
    const [only] = units;
    const whose =
      only !== undefined && units.length === 1
        ? words`Scores of ${unitNameWords(only)}`
        : words`Medians of ${unitWords(source).several}`;
    return {
      heading: lowestCell(source, themes, cellOf) ?? words`Where dimensions and themes meet`,
      blocks: [
        {
          kind: 'table',
          table: {
            id: 'matrix',
            caption: words`${whose}, by dimension and theme`,
            columns: [
              named('dimension', 'Dimension'),
              ...themes.map((theme) => score(theme.id, theme.title, digits)),
              score('whole', 'Whole dimension', digits),
            ],
            rows: [
              ...dimensions.map((dimension) => [
                textCell(dimension.title),
                ...themes.map((theme) => cellOf(cells.get(`${dimension.id}__${theme.id}`))),
                cellOf(dimension),
              ]),
              [
                textCell(overall === undefined ? 'Whole theme' : 'Whole theme, overall'),
                ...themes.map(cellOf),
                cellOf(overall),
              ],
            ],
            notes: [],
          },
        },
      ],
    };
  },
};

/** A unit's figure, or the median of several units'; what no question is of does not apply. */
function figureOf(node: PlanNode | undefined, units: readonly Unit[], { plan }: ReportSource): TableCell {
  if (node === undefined) return { kind: 'empty', why: 'not_applicable' };
  const [only, ...others] = units;
  if (only !== undefined && others.length === 0) {
    return scoreCell(only.card.scores[node.slot], statusOf(only.card, node.slot), node, plan);
  }
  const exact = quantileOf(
    units.map(({ card }) => card.scores[node.slot] ?? Number.NaN),
    0.5,
  );
  return Number.isNaN(exact)
    ? { kind: 'empty', why: whyNoScore(units, node) }
    : scoreCell(exact, 'scored', node, plan);
}

/** `Lowest where Data meets People`: of all cells of the matrix that have a figure, two or more, one alone is lowest. */
function lowestCell(
  { plan }: ReportSource,
  themes: readonly PlanNode[],
  cellOf: (node: PlanNode | undefined) => TableCell,
): Words | undefined {
  const found = dimensionsOf(plan).flatMap((dimension) =>
    themes.flatMap((theme) => {
      const node = plan.nodes.find(({ id }) => id === `${dimension.id}__${theme.id}`);
      const cell = cellOf(node);
      return node !== undefined && cell.kind === 'number'
        ? [{ dimension, theme, node, value: cell.value }]
        : [];
    }),
  );
  if (found.length < 2 || !areAlike(found.map(({ node }) => node))) return undefined;
  const [lowest, ...others] = largest(found, ({ value }) => -value);
  if (lowest === undefined || others.length > 0) return undefined;
  return words`Lowest where ${title(lowest.dimension.title)} meets ${title(lowest.theme.title)}`;
}
