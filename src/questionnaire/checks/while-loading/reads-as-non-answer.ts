import type { Path } from '../../../finding/finding.js';
import type { Part } from '../../build/part.js';
import { nonAnswerOf, type OwnWords } from '../../non-answer-words.js';

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
