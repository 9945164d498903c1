import { askedIn, within } from './asked.js';
import { defineRule } from './check-rule.js';

/** Some levels of a question have a wording of their own, and some have not. */
export const levelsPartlyWorded = defineRule({
  id: 'levels-partly-worded',
  reason: `Where a question words its own levels, respondents choose by these words. A level without them shows only
the label of the scale, stands out among the others, and is chosen less, or for the wrong reason.`,
  bad: `- id: owner
  text: Who owns the data?
  scale: four
  levels:
    1: Nobody knows.
    4: Every dataset has an owner.`,
  good: `- id: owner
  text: Who owns the data?
  scale: four
  levels:
    1: Nobody knows.
    2: Some datasets have an owner.
    3: Most datasets have an owner.
    4: Every dataset has an owner.`,
  *check({ questionnaire, locator }) {
    for (const { question, id, origin } of askedIn(questionnaire)) {
      if (question.type !== 'level' || question.wording.size === 0) continue;
      const missing = question.scale.levels
        .filter(({ value }) => !question.wording.has(value))
        .map(({ value }) => value);
      if (missing.length > 0) {
        yield { place: locator.place(within(origin, 'levels'), 'key'), args: { id, missing } };
      }
    }
  },
});
