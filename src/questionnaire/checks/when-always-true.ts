import { within } from './asked.js';
import { defineRule } from './check-rule.js';
import { outcomes } from './reachable.js';

/** A condition that keeps nobody from a question. */
export const whenAlwaysTrue = defineRule({
  id: 'when-always-true',
  reason: `A \`when\` that is true whatever is answered, and also where nothing is, keeps nobody from the question:
either it is not needed, or it does not say what was meant. Every combination is tried, as for \`when-never-true\`.`,
  bad: `- { id: owner, text: Is there an owner?, type: yes_no }
- id: owner_name
  text: Is the owner's name published?
  type: yes_no
  when: answers.owner || !has(answers.owner) || answers.owner == false`,
  good: `- { id: owner, text: Is there an owner?, type: yes_no }
- id: owner_name
  text: Is the owner's name published?
  type: yes_no
  when: answers.owner || !has(answers.owner)`,
  *check(context) {
    for (const [{ question, id, origin }, outcome] of outcomes(context)) {
      if (outcome !== 'always') continue;
      const place = context.locator.place(within(origin, 'when'));
      yield { place, args: { id, when: question.when?.text ?? '' } };
    }
  },
});
