import type { MissingDefinition } from '../../../generated/definitions.js';
import { type NonAnswer, nonAnswers, perNonAnswer } from '../../../questionnaire/questionnaire.js';
import type { Policies } from '../../plan.js';
import type { Range } from '../../range.js';

/** The policies in force at one place: those written nearest win, kind by kind; `exclude` where none is. */
export function resolvePolicies(
  written: readonly (MissingDefinition | undefined)[],
  answers: Range,
): Policies {
  return perNonAnswer((kind) => {
    for (const missing of written) {
      const found = missing?.[kind];
      if (found === undefined) continue;
      if (typeof found === 'number') return found;
      return found === 'lowest' ? answers.min : found === 'highest' ? answers.max : 'exclude';
    }
    return 'exclude';
  });
}

/** Whether answers of this kind could still have been given: they make the room between low and high. */
export function isOpen(kind: NonAnswer): boolean {
  return kind === 'unanswered' || kind === 'dont_know' || kind === 'refused';
}

/** The non-answers that `missing` explicitly excludes. */
export function excludedBy(written: readonly (MissingDefinition | undefined)[]): readonly NonAnswer[] {
  return nonAnswers.filter(
    (kind) => written.find((missing) => missing?.[kind] !== undefined)?.[kind] === 'exclude',
  );
}
