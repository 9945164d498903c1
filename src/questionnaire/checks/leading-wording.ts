import { askedIn, phraseIn } from './asked.js';
import { defineRule } from './check-rule.js';

const phrases =
  /\b(?:do(?:n['’]t| not) you (?:agree|think)|would(?:n['’]t| not) you (?:agree|say)|do you (?:not )?agree that|is(?:n['’]t| not) it (?:true|clear|obvious)|surely|obviously|of course|as (?:everyone|everybody|we all) knows?|needless to say)\b/i;

/** A question that says which answer is expected. */
export const leadingWording = defineRule({
  id: 'leading-wording',
  reason: `A question that says what one ought to think gets that answer, from those who agree and from those who
would rather not argue. Found by a short list of words, so that what is not found is not thereby neutral.`,
  bad: `- id: backups
  text: Do you agree that backups should be tested?
  type: yes_no`,
  good: `- id: backups
  text: When were backups last tested?
  type: yes_no`,
  *check({ questionnaire, locator }) {
    for (const asked of askedIn(questionnaire)) {
      const found = phraseIn(asked, phrases, locator);
      if (found !== undefined) yield { place: found.place, args: { words: found.words } };
    }
  },
});
