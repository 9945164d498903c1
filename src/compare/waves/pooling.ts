import type { Plan } from '../../rubric/plan.js';
import { everyUnit } from '../comparison.js';
import type { Grouping } from '../grouping/group.js';
import type { UnitPlace } from '../unit-places.js';

/** What a row stands for. */
type Row = Pick<UnitPlace, 'level' | 'path' | 'response'>;

/**
 * In which units responses are pooled on the way to a row's figures, as the number of names that such a unit has: an organisation
 * that pools its responses does so itself, one that is a mean of its departments in these. Who moves from one such unit to another
 * has left the one and come to the other; who moves within one was there before.
 */
export function poolingDepth({ level, path, response }: Row, plan: Plan, { keys }: Grouping): number {
  const { levels } = plan.rollup;
  if (response !== undefined) return levels.length;
  const own = levels.findIndex(({ unit }) => unit === level);
  if (own >= 0) return depthIn(levels, own);
  const key = keys.find(({ id }) => id === level);
  if (level !== everyUnit && key?.kind !== 'attribute') return levels.length;
  // A group, or all there is, is made of units that lie so deep, or of responses.
  const made = key?.kind === 'attribute' ? (key.attribute.depth ?? levels.length + 1) : 1;
  const depth = Math.max(made, path.length + 1);
  return depth > levels.length ? path.length : depthIn(levels, depth - 1);
}

function depthIn(levels: Plan['rollup']['levels'], at: number): number {
  const of = levels[at]?.of ?? 'responses';
  return of === 'responses'
    ? at + 1
    : depthIn(
        levels,
        levels.findIndex(({ unit }) => unit === of),
      );
}
