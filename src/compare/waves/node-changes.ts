import { round } from '../../rubric/numerics.js';
import type { Plan, PlanIndex, PlanNode } from '../../rubric/plan.js';
import { type ChangePart, changeParts, type UnitChange, type Wave } from './change.js';
import { roundParts } from './round-parts.js';
import type { ScoredUnit } from './unit-scores.js';

/** A node or an index in two waves, under the id that it has in the later one. */
export interface NodePair {
  readonly id: string;
  readonly title: string;
  /** Its id in the earlier wave. */
  readonly idBefore: string;
  /** Its slot in each wave's plan; none where the wave has no such node. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

type Figure = PlanNode | PlanIndex;

/** The figures of both waves, those of the later one first, in the order given. */
export function nodePairs(
  before: readonly Figure[],
  after: readonly Figure[],
  nameNow: (id: string) => string,
): readonly NodePair[] {
  const earlier = new Map(before.map((figure) => [nameNow(figure.id), figure]));
  const ids = new Set(after.map(({ id }) => id));
  return [
    ...after.map(({ id, title, slot }) => {
      const before = earlier.get(id);
      return { id, title, idBefore: before?.id ?? id, before: before?.slot, after: slot };
    }),
    ...[...earlier]
      .filter(([id]) => !ids.has(id))
      .map(([id, { id: idBefore, title, slot }]) => ({
        id,
        title,
        idBefore,
        before: slot,
        after: undefined,
      })),
  ];
}

/** How a unit's score of one node came from one wave to the next, as it is printed; NaN where there is none. */
export interface NodeChange {
  readonly before: number;
  readonly after: number;
  /** `after` − `before`. */
  readonly change: number;
  /** Of responses of both waves, over what was answered in both. */
  readonly matched: number;
  /** Add up to `change`. */
  readonly parts: Readonly<Record<ChangePart, number>>;
  /** The same of scores before they are rounded. */
  readonly exact: { readonly change: number; readonly parts: Readonly<Record<ChangePart, number>> };
}

/**
 * All figures are rounded as the later wave's rubric rounds, and a change is what the rounded scores differ by. A step that has no score is passed over: what it changes shows
 * in the next one.
 */
export function nodeChange(change: UnitChange, node: NodePair, { plan }: Pick<Wave, 'plan'>): NodeChange {
  const { digits } = plan.rounding;
  const early = (unit: ScoredUnit | undefined) => scoreOf(unit, node.before);
  const exact = { before: early(change.before), after: scoreOf(change.after, node.after) };
  const before = printed(exact.before, plan);
  const after = printed(exact.after, plan);
  const [matchedBefore, matchedAfter] = [early(change.matched.before), early(change.matched.after)];
  const total = printed(after - before, plan);
  const steps = [exact.before, early(change.who), early(change.answers)];
  // Without a change of definition, the last step but one is where it ends.
  const last = change.answered === change.after ? exact.after : early(change.answered);
  const none = changeParts.map(() => Number.NaN);
  const moved = Number.isNaN(total) ? none : differences([...steps, last, exact.after]);
  return {
    before,
    after,
    change: total,
    matched: printed(printed(matchedAfter, plan) - printed(matchedBefore, plan), plan),
    parts: byPart(Number.isNaN(total) ? none : roundParts(moved, total, digits)),
    exact: { change: exact.after - exact.before, parts: byPart(moved) },
  };
}

function byPart([
  who = 0,
  answers = 0,
  answered = 0,
  definition = 0,
]: readonly number[]): NodeChange['parts'] {
  return { who, answers, answered, definition };
}

function scoreOf(unit: ScoredUnit | undefined, slot: number | undefined): number {
  return (slot === undefined ? undefined : unit?.scores[slot]) ?? Number.NaN;
}

function printed(figure: number, { rounding: { digits, mode } }: Plan): number {
  return round(figure, digits, mode);
}

function differences(steps: readonly number[]): readonly number[] {
  let last = steps[0] ?? Number.NaN;
  return steps.slice(1).map((step) => {
    if (Number.isNaN(step)) return 0;
    const difference = step - last;
    last = step;
    return difference;
  });
}
