import { fewestWords, isMeasured, measure, readingEase } from '../statistics/reading-ease.js';
import { askedIn, within } from './asked.js';
import { defineRule } from './check-rule.js';

/** The least reading ease that a question should have; plain English has 60 and more, contracts 10 and less. */
const least = 10;

/** A question of long words in long sentences. */
export const hardToRead = defineRule({
  id: 'hard-to-read',
  reason: `Respondents who must read a question twice answer another one, or none. Measured by Flesch's reading ease,
for questionnaires in English and questions of ${fewestWords} words or more; only what scores below ${least} is reported, which is
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
    if (!isMeasured(questionnaire.language)) return;
    for (const { id, text, origin } of askedIn(questionnaire)) {
      // A text this short cannot have that many words.
      if (text.length < 2 * fewestWords) continue;
      const measured = measure([text]);
      const ease = readingEase(measured);
      if (ease === undefined || measured.words < fewestWords || ease >= least) continue;
      yield { place: locator.place(within(origin, 'text')), args: { id, ease: Math.round(ease), least } };
    }
  },
});
