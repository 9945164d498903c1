import type { Path } from '../../../finding/finding.js';
import type { Part } from '../../build/part.js';
import { nonAnswerOf, type OwnWords } from '../../non-answer-words.js';
import type { RuleDescription } from '../rule-description.js';

/** A label or id that is a word for a non-answer. */
export const readsAsNonAnswer: RuleDescription<'reads-as-non-answer'> = {
  id: 'reads-as-non-answer',
  reason: `A don't know is kept apart from every answer, whatever it is called in a returned cell. An option that is labelled \`N/A\` would
be read as the non-answer and never counted as chosen. Every question takes \`dont_know\` and \`not_applicable\` without an option for them;
\`non_answers\` says otherwise.`,
  bad: `- id: hosting
  text: Where does it run?
  type: choice
  options:
    - { id: own, label: Own centre }
    - { id: shared, label: Shared centre }
    - { id: nowhere, label: N/A }`,
  good: `- id: hosting
  text: Where does it run?
  type: choice
  options:
    - { id: own, label: Own centre }
    - { id: shared, label: Shared centre }
    - { id: nowhere, label: It does not run yet }`,
};

/** Whether a word reads as a non-answer, which is then reported. `at` is a part of the definition and the way from there: words are many, and hardly one is to be reported. */
export function reportNonAnswerWord(
  part: Part,
  at: readonly [definition: object, ...path: Path],
  what: string,
  word: string,
  words: OwnWords,
): boolean {
  const meaning = nonAnswerOf(word, words);
  if (meaning === undefined) return false;
  part.report('reads-as-non-answer', part.origin(...at), { what, word, meaning });
  return true;
}
