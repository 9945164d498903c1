import { fold, nonAnswerOf } from '../non-answer-words.js';
import type { Part } from './part.js';
import { isMeaning, type Shared, type SharedDefinition } from './shared.js';

/** What cells of a yes_no question are read as. */
const yesOrNo: ReadonlyMap<string, string> = new Map([
  ...['yes', 'y', 'true', '1'].map((word) => [word, 'yes'] as const),
  ...['no', 'n', 'false', '0'].map((word) => [word, 'no'] as const),
]);

/**
 * Adds one file's words for non-answers: of all files before anything else, since options are compared with them.
 * Reports words that would mean something else as well.
 */
export function addWords(shared: Shared, definition: SharedDefinition, part: Part, hasYesNo: boolean): void {
  const { non_answer_words: own = {} } = definition;
  for (const [meaning, words] of Object.entries(own)) {
    if (!isMeaning(meaning)) continue;
    for (const [i, word] of words.entries()) {
      const before = nonAnswerOf(word, shared.words);
      const other =
        before === meaning ? undefined : (before ?? (hasYesNo ? yesOrNo.get(fold(word)) : undefined));
      if (other !== undefined) {
        part.report('word-means-two', part.origin(own, meaning, i), { word, meaning, other });
      }
    }
    shared.words[meaning] = [...(shared.words[meaning] ?? []), ...words];
  }
}
