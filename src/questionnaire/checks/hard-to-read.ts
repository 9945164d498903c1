import { askedIn, within } from './asked.js';
import { defineRule } from './check-rule.js';

/** The least reading ease that a question should have; plain English has 60 and more, contracts 10 and less. */
const least = 10;
/** Fewer words than this tell nothing of how a text reads. */
const fewest = 15;

/** A question of long words in long sentences. */
export const hardToRead = defineRule({
  id: 'hard-to-read',
  reason: `Respondents who must read a question twice answer another one, or none. Measured by Flesch's reading ease,
for questionnaires in English and questions of ${fewest} words or more; only what scores below ${least} is reported, which is
the ease of a contract.`,
  bad: `- id: interoperability
  text: >-
    Has the organisation operationalised interoperability specifications facilitating bidirectional
    synchronisation of administrative information across heterogeneous departmental infrastructures?
  type: yes_no`,
  good: `- id: interoperability
  text: Can your systems exchange records with those of other departments, without anybody typing them again?
  type: yes_no`,
  *check({ questionnaire, locator }) {
    if (!/^en\b/.test(questionnaire.language)) return;
    for (const { id, text, origin } of askedIn(questionnaire)) {
      // A text this short cannot have that many words.
      if (text.length < 2 * fewest) continue;
      const ease = readingEase(text);
      if (ease === undefined || ease >= least) continue;
      yield { place: locator.place(within(origin, 'text')), args: { id, ease: Math.round(ease), least } };
    }
  },
});

/**
 * Flesch's reading ease, 206.835 − 1.015 × words per sentence − 84.6 × syllables per word (Rudolf Flesch, “A new
 * readability yardstick”, Journal of Applied Psychology 32 (1948), 221–233), with syllables counted by groups of vowels.
 */
function readingEase(text: string): number | undefined {
  const words = text.match(/[\p{L}\p{N}'’]+/gu) ?? [];
  if (words.length < fewest) return undefined;
  const sentences = Math.max(1, text.match(/[.?!:;](?=\s|$)/g)?.length ?? 0);
  let syllables = 0;
  for (const word of words) syllables += syllablesOf(word);
  return 206.835 - (1.015 * words.length) / sentences - (84.6 * syllables) / words.length;
}

function syllablesOf(word: string): number {
  const spoken = word.toLowerCase().replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}
