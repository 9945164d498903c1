import type { GivenNonAnswer, NonAnswer } from './questionnaire.js';

/** What respondents write for a non-answer, beside the questionnaire's own words; compared folded. */
export const knownNonAnswerWords: Readonly<Record<GivenNonAnswer, readonly string[]>> = {
  dont_know: ['dk', "don't know", 'don’t know', 'dont know', 'dont_know'],
  not_applicable: ['na', 'n/a', 'not applicable', 'not_applicable'],
  refused: ['ref', 'prefer not to say', 'refused'],
};

/** A questionnaire's own words for non-answers. */
export type OwnWords = Readonly<Partial<Record<NonAnswer, readonly string[]>>>;

/** A text for comparison: without case, without outer spaces, inner ones as one. */
export function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** What a text would be read as, were it not an answer. */
export function nonAnswerOf(text: string, own: OwnWords): NonAnswer | undefined {
  const folded = fold(text);
  for (const meaning of ['dont_know', 'not_applicable', 'refused'] as const) {
    if (knownNonAnswerWords[meaning].includes(folded)) return meaning;
  }
  for (const meaning of ['unanswered', 'dont_know', 'not_applicable', 'refused'] as const) {
    if (own[meaning]?.some((word) => fold(word) === folded) === true) return meaning;
  }
  return undefined;
}
