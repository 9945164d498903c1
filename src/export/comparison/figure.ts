import type { UnitStatus } from '../../compare/comparison.js';
import { bandOf } from '../../rubric/bands.js';
import { round, roundHalfUp } from '../../rubric/numerics.js';
import type { Band, Plan, PlanIndex, PlanNode } from '../../rubric/plan.js';
import type { Range } from '../../rubric/range.js';
import type { TableBand, TableCell } from '../tables/table.js';
import type { ColumnChoice } from './column-choice.js';

/** A node or an index: what a column of scores shows. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly slot: number;
  readonly bands: readonly Band[];
  readonly range?: Range;
  /** Whether its scores only stand for bands. */
  readonly isClass?: boolean;
}

/** A score as the rubric rounds it for the eye; a file gets the same. */
export function scoreCell(
  score: number | undefined,
  status: UnitStatus | undefined,
  figure: Figure,
  { rounding }: Plan,
): TableCell {
  const { bands, range, isClass = false } = figure;
  if (score === undefined || Number.isNaN(score)) {
    return { kind: 'empty', why: status === undefined || status === 'scored' ? 'insufficient' : status };
  }
  const band = tableBand(score, bands);
  if (isClass && band !== undefined) {
    return { kind: 'number', value: round(score, rounding.digits, rounding.mode), band, isClass };
  }
  return {
    kind: 'number',
    value: round(score, rounding.digits, rounding.mode),
    scale: figure,
    ...(band === undefined ? {} : { band }),
    ...(range === undefined || range.max <= range.min
      ? {}
      : { along: Math.min(1, Math.max(0, (score - range.min) / (range.max - range.min))) }),
  };
}

/** The same for a file that shows neither bands nor why there is no score. */
export function bareCell(
  score: number | undefined,
  _status: UnitStatus | undefined,
  _figure: Figure,
  plan: Plan,
): TableCell {
  return plainCell(score, plan);
}

function absent(isWithheld: boolean): TableCell {
  return isWithheld ? { kind: 'empty', why: 'withheld' } : { kind: 'empty' };
}

/** A figure without bands: a low, a high, a target. */
export function plainCell(score: number | undefined, { rounding }: Plan, isWithheld = false): TableCell {
  return score === undefined || Number.isNaN(score)
    ? absent(isWithheld)
    : { kind: 'number', value: round(score, rounding.digits, rounding.mode) };
}

/** Coverage has at least four digits. */
export function coverageCell(
  coverage: number | undefined,
  { rounding }: Plan,
  isWithheld = false,
): TableCell {
  return coverage === undefined || Number.isNaN(coverage)
    ? absent(isWithheld)
    : { kind: 'number', value: roundHalfUp(coverage, coverageDigits(rounding.digits)) };
}

export function coverageDigits(digits: number): number {
  return Math.max(4, digits);
}

function tableBand(score: number, bands: readonly Band[]): TableBand | undefined {
  const band = bandOf(score, bands);
  if (band === undefined) return undefined;
  return { id: band.id, label: band.label, step: bands.indexOf(band), steps: bands.length };
}

/** The kind of node that each choice of columns shows beside indices and `overall`. */
const kindsChosen: Readonly<Record<ColumnChoice, PlanNode['kind'] | undefined>> = {
  dimensions: 'dimension',
  themes: 'theme',
  cells: 'cell',
  questions: 'question',
  indices: undefined,
};

export function isColumnChoice(text: string): text is ColumnChoice {
  return Object.hasOwn(kindsChosen, text);
}

/** The columns of a wide table: the nodes chosen, then indices, then `overall`. */
export function wideFigures(
  { nodes, indices }: Plan,
  choice: ColumnChoice,
  depth: number,
): readonly (PlanNode | PlanIndex)[] {
  const chosen = nodes.filter((node) => node.kind === kindsChosen[choice] && node.depth <= depth);
  return [...chosen, ...indices, ...nodes.filter((node) => node.kind === 'overall')];
}

/** Every figure of a long table: nodes at every depth, then themes, indices, `overall`. */
export function longFigures({ nodes, indices }: Plan): readonly (PlanNode | PlanIndex)[] {
  return [
    ...nodes.filter((node) => node.kind === 'dimension'),
    ...nodes.filter((node) => node.kind === 'theme'),
    ...nodes.filter((node) => node.kind === 'question' || node.kind === 'cell'),
    ...indices,
    ...nodes.filter((node) => node.kind === 'overall'),
  ];
}
