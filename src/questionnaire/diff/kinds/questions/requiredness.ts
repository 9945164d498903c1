import { within } from '../../../checks/asked.js';
import { defineChange, isBlank } from '../../change.js';

const optional = '- { id: owner, text: Is there an owner?, scale: four }';
const required = '- { id: owner, text: Is there an owner?, scale: four, required: true }';

export const questionMadeRequired = defineChange({
  id: 'question-made-required',
  reason: `A response that left the question blank was valid, and would be refused now. It is the same where a required
question was asked of some, and is asked of everybody now.`,
  before: optional,
  after: required,
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.questions.pairs) {
      const unconditional = old.question.when !== undefined && now.question.when === undefined;
      if (!now.question.required || (old.question.required && !unconditional)) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, unconditional ? 'when' : 'required'),
        new: within(now.origin, 'required'),
        args: { id: now.id, unconditional },
        touches: { questions: old.items.map(({ id }) => id), are: isBlank },
      };
    }
  },
});

export const questionMadeOptional = defineChange({
  id: 'question-made-optional',
  reason: `What came back stays valid. From now on blanks come back too, which the rubric must have a policy for.`,
  before: required,
  after: optional,
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.questions.pairs) {
      if (!old.question.required || now.question.required) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'required'),
        new: within(now.origin, 'required'),
        args: { id: now.id },
      };
    }
  },
});
