import { fold, knownNonAnswerWords } from '../../questionnaire/non-answer-words.js';
import { givenNonAnswers, type NonAnswer, type Questionnaire } from '../../questionnaire/questionnaire.js';

/** What each non-answer word means, by its folded form. */
export type NonAnswerWords = ReadonlyMap<string, NonAnswer>;

/** The non-answer words of a questionnaire: its own, and those that every questionnaire knows, which win. */
export function nonAnswerWords({
  nonAnswerWords: own,
}: Pick<Questionnaire, 'nonAnswerWords'>): NonAnswerWords {
  const words = new Map<string, NonAnswer>();
  for (const meaning of [...givenNonAnswers, 'unanswered'] as const) {
    for (const word of own[meaning] ?? []) {
      const folded = fold(word);
      if (!words.has(folded)) words.set(folded, meaning);
    }
  }
  for (const meaning of givenNonAnswers) {
    for (const word of knownNonAnswerWords[meaning]) words.set(fold(word), meaning);
  }
  return words;
}
