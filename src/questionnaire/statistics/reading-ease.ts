import { wordsIn } from './words.js';

/** What reading ease is made of; that of several texts is the sum of each. */
export interface TextMeasure {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

/** Fewer words than this tell nothing of how a text reads. */
export const fewestWords = 15;

/** Whether reading ease can be measured: its formula was found for English, and syllables are counted as in English. */
export function isMeasured(language: string): boolean {
  return /^en\b/i.test(language);
}

/** Counts words, sentences and syllables. A text is one sentence at least, however it ends. */
export function measure(texts: readonly string[]): TextMeasure {
  const sum = { words: 0, sentences: 0, syllables: 0 };
  for (const text of texts) {
    const words = wordsIn(text);
    if (words.length === 0) continue;
    sum.words += words.length;
    sum.sentences += Math.max(1, text.match(/[.?!:;](?=\s|$)/g)?.length ?? 0);
    for (const word of words) sum.syllables += syllablesOf(word);
  }
  return sum;
}

/**
 * Flesch's reading ease, 206.835 − 1.015 × words per sentence − 84.6 × syllables per word (Rudolf Flesch, “A new
 * readability yardstick”, Journal of Applied Psychology 32 (1948), 221–233): plain English has 60 and more, contracts
 * 10 and less. Nothing for a text without words.
 */
export function readingEase({ words, sentences, syllables }: TextMeasure): number | undefined {
  return words === 0 ? undefined : 206.835 - (1.015 * words) / sentences - (84.6 * syllables) / words;
}

/** By groups of vowels, without the endings that are not spoken. */
function syllablesOf(word: string): number {
  const spoken = word.toLowerCase().replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}
