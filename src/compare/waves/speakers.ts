import type { Plan } from '../../rubric/plan.js';
import type { KeptAnswers } from './kept-answers.js';

/** Which of some responses speak for their units: all of a unit, unless some of it are of the preferred mode, which do so for the rest. */
export function speakers(
  responses: readonly KeptAnswers[],
  { rollup: { prefer } }: Pick<Plan, 'rollup'>,
): (response: KeptAnswers) => boolean {
  if (prefer === undefined) return () => true;
  const isPreferred = ({ response: { mode } }: KeptAnswers) => mode === prefer;
  const keyOf = ({ path }: KeptAnswers) => path.join('\0');
  const spokenFor = new Set(responses.filter(isPreferred).map(keyOf));
  return (kept) => isPreferred(kept) || !spokenFor.has(keyOf(kept));
}
