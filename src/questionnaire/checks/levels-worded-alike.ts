import { askedIn, within } from './asked.js';
import { defineRule } from './check-rule.js';
import { folded } from './folded.js';

/** Two levels of a question that no respondent can tell apart. */
export const levelsWordedAlike = defineRule({
  id: 'levels-worded-alike',
  reason: `Two levels with the same wording cannot be told apart, and yet have different scores: which of them is
chosen is chance. It mostly comes of copying a line and not changing it.`,
  bad: `- id: owner
  text: Who owns the data?
  scale: two
  levels:
    1: Some datasets have an owner.
    2: some datasets have an owner.`,
  good: `- id: owner
  text: Who owns the data?
  scale: two
  levels:
    1: Some datasets have an owner.
    2: Every dataset has an owner.`,
  *check({ questionnaire, locator }) {
    for (const { question, id, origin } of askedIn(questionnaire)) {
      if (question.type !== 'level') continue;
      const seen = new Map<string, number>();
      for (const [level, words] of question.wording) {
        const first = seen.get(folded(words));
        if (first === undefined) seen.set(folded(words), level);
        else yield { place: locator.place(within(origin, 'levels', level)), args: { id, level, first } };
      }
    }
  },
});
