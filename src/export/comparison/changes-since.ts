import { type Comparison, everyUnit, type Unit } from '../../compare/comparison.js';
import { isSmallGroup } from '../../compare/small-groups.js';
import { type EarlierFigure, earlierKey } from '../../compare/suppression/earlier/earlier-figure.js';
import { peopleBehind } from '../../compare/suppression/reader/people-behind.js';
import type { ShownTable } from '../../compare/suppression/reader/shown-table.js';
import { rowName } from '../../compare/suppression/reader/table-cells.js';
import { round } from '../../rubric/numerics.js';
import type { PlanIndex, PlanNode } from '../../rubric/plan.js';
import { decimal } from '../text/decimal.js';

/** What became of scores that were given out before. */
export interface ScoresSince {
  /** A line for each that is not as it was, and why. */
  readonly changed: readonly string[];
  /** What is said of rows that stand for something else now; and whether there were no others. */
  readonly others: readonly string[];
  readonly areAllOthers: boolean;
}

export function changesSince(
  comparison: Comparison,
  shown: ShownTable,
  earlier: readonly EarlierFigure[],
  minGroup: number,
): ScoresSince {
  // Tables of scores say best of how many responses a score was.
  const told = [...earlier.filter(isBeside), ...earlier.filter((figure) => !isBeside(figure))];
  const then = new Map(told.map((figure) => [earlierKey(figure), figure]));
  const lines: string[] = [];
  for (const unit of shown.rows) {
    for (const figure of shown.figures) {
      const key = earlierKey({ ...unit, node: figure.id, measure: 'scores' });
      const before = then.get(key);
      then.delete(key);
      const said = before === undefined ? undefined : change(unit, figure, before, comparison, minGroup);
      if (said !== undefined) lines.push(`${rowName(unit)}, ${figure.title}: ${said}`);
    }
  }
  const gone = [...then.values()].filter(
    (figure) => figure.measure === 'scores' && figure.value !== null && !isBeside(figure),
  );
  const isOther = otherRows(shown);
  const names = [...new Set(gone.filter((figure) => !isOther(figure)).map(rowName))];
  if (names.length > 0) lines.push(`No longer in the table, or not with all that was: ${names.join(', ')}.`);
  const others = otherRowsLines(earlier.filter(isOther), shown);
  return { changed: lines, others, areAllOthers: others.length > 0 && earlier.every(isOther) };
}

/** What is said of tables given out before: of scores in each comparison, and of figures `beside` them. */
export function sinceNotes(scores: readonly ScoresSince[], beside: readonly string[]): readonly string[] {
  const changed = [...scores.flatMap((each) => each.changed), ...beside];
  const others = [...new Set(scores.flatMap((each) => each.others))];
  if (changed.length > 0) return ['Changed since the table given out before:', ...changed, ...others];
  return scores.every(({ areAllOthers }) => areAllOthers)
    ? others
    : ['Nothing has changed since the table given out before.', ...others];
}

function isBeside({ table }: EarlierFigure): boolean {
  return table !== 'scores';
}

/** Whether a figure was of a row that stands for something else than rows do now, such as a department where there are organisations. */
function otherRows({ rows }: ShownTable): (figure: EarlierFigure) => boolean {
  const kinds = new Set(rows.map(kindOf));
  return (figure) => figure.level !== everyUnit && !kinds.has(kindOf(figure));
}

/** What a row stands for, as `--by` says it. */
function kindOf({ level, groups = {} }: Pick<Unit, 'level' | 'groups'>): string {
  return [...new Set([...Object.keys(groups), level])].join(',');
}

function otherRowsLines(others: readonly EarlierFigure[], { rows }: ShownTable): readonly string[] {
  if (others.length === 0) return [];
  const kinds = (all: readonly Pick<Unit, 'level' | 'groups'>[]) =>
    [...new Set(all.filter(({ level }) => level !== everyUnit).map(kindOf))].join(' and by ');
  return [
    `The table given out before has rows by ${kinds(others)}, and this one by ${kinds(rows)}: what became of those is told where they have rows, with the same --by.`,
  ];
}

function change(
  unit: Unit,
  figure: PlanNode | PlanIndex,
  before: EarlierFigure,
  { plan }: Comparison,
  minGroup: number,
): string | undefined {
  const { card } = unit;
  const { rounding } = plan;
  const was = before.value;
  const rows = before.responses;
  if (card.withheld?.scores.has(figure.slot)) {
    if (was === null) return undefined;
    const isFew = isSmallGroup(peopleBehind(unit, figure, plan), minGroup);
    const isOfOthers = before.counts === 'all' && rows !== undefined && rows !== unit.size;
    const more = isOfOthers && !isFew ? ` (${rows} → ${unit.size} responses)` : '';
    return `${decimal(was)} → ${whyWithheld(isFew, minGroup)}${more}`;
  }
  const score = card.scores[figure.slot] ?? Number.NaN;
  const is = Number.isNaN(score) ? null : round(score, rounding.digits, rounding.mode);
  if (is === was) return undefined;
  const count = before.counts === 'all' ? unit.size : (card.responses[figure.slot] ?? 0);
  const why =
    rows === undefined
      ? 'on other answers or rules'
      : rows === count
        ? `still ${count} ${count === 1 ? 'response' : 'responses'}: answers or rules were changed`
        : `${rows} → ${count} responses`;
  return `${was === null ? 'none' : decimal(was)} → ${is === null ? 'none' : decimal(is)} (${why})`;
}

/** Why a figure is withheld that was given out before. */
export function whyWithheld(isFew: boolean, minGroup: number): string {
  return isFew
    ? `withheld, since it is about fewer than ${minGroup}`
    : 'withheld, since others could be worked out from it';
}
