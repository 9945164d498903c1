import { askedIn, phraseIn } from './asked.js';
import { defineRule } from './check-rule.js';

const phrases =
  /\band\/or\b|\?\s+(?:(?:and|or)\b[^?]*\?)|,? and (?:how|why|who|whom|is it|are they|do you|does it|has it|have you)\b|\bas well as\b/i;

/** A question that asks two things of which only one can be answered. */
export const doubleBarrelled = defineRule({
  id: 'double-barrelled',
  reason: `Who is asked two things at once and would answer them differently can only give one answer, and nobody knows
to which. Found by a short list of words that often join two questions; \`and\` alone is not one of them.`,
  bad: `- id: backups
  text: Are backups taken daily, and are they tested?
  type: yes_no`,
  good: `- id: backups
  text: Are backups taken daily?
  type: yes_no
- id: backup_tests
  text: Are backups tested every year?
  type: yes_no`,
  *check({ questionnaire, locator }) {
    for (const asked of askedIn(questionnaire)) {
      // Free text has room for both.
      if (asked.question.type === 'text') continue;
      const found = phraseIn(asked, phrases, locator);
      if (found !== undefined) yield { place: found.place, args: { words: found.words.trim() } };
    }
  },
});
