import { within } from './asked.js';
import { defineRule } from './check-rule.js';
import { outcomes } from './reachable.js';

/** A question that nobody can be asked; what only follows from another such question is not said again. */
export const whenNeverTrue = defineRule({
  id: 'when-never-true',
  reason: `A \`when\` that no answers can make true takes its question out of the questionnaire without a word. Mostly it
compares an answer with a value that it cannot have, or asks for two things that exclude each other. Every
combination of the answers and profile choices that it looks at is tried, no value being one of them, as long as
there are not more than 20,000.`,
  bad: `- { id: owner, text: Is there an owner?, scale: four }
- id: owner_name
  text: Is the owner's name published?
  type: yes_no
  when: answers.owner > 4`,
  good: `- { id: owner, text: Is there an owner?, scale: four }
- id: owner_name
  text: Is the owner's name published?
  type: yes_no
  when: answers.owner >= 4`,
  *check(context) {
    for (const [{ question, id, origin }, outcome] of outcomes(context)) {
      if (outcome !== 'never') continue;
      const place = context.locator.place(within(origin, 'when'));
      yield { place, args: { id, when: question.when?.text ?? '' } };
    }
  },
});
