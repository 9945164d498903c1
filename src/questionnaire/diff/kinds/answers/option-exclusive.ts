import { within } from '../../../checks/asked.js';
import { optionsPairs } from '../../answer-sets.js';
import { defineChange } from '../../change.js';

const question = (none: string) => `- id: tools
  text: Which of these are in use?
  type: choices
  options:
    - { id: list, label: A list, score: 1 }
    - { id: map, label: A map, score: 2 }
    - ${none}`;
const alone = question('{ id: nothing, label: None of these, score: 0, exclusive: true }');
const free = question('{ id: nothing, label: None of these, score: 0 }');

export const optionMadeExclusive = defineChange({
  id: 'option-made-exclusive',
  reason: `Answers that chose the option together with others were valid, and would be refused now.`,
  before: free,
  after: alone,
  *compare(context) {
    for (const { of, owners, options } of optionsPairs(context)) {
      for (const { old, new: now } of options.pairs) {
        if (old.exclusive || !now.exclusive) continue;
        yield {
          subject: { what: 'option', id: now.id },
          old: within(old.origin, 'id'),
          new: within(now.origin, 'exclusive'),
          args: { of, option: now.id },
          touches: {
            questions: owners,
            are: ({ value }) => Array.isArray(value) && value.length > 1 && value.includes(old.id),
          },
        };
      }
    }
  },
});

export const optionMadeCombinable = defineChange({
  id: 'option-made-combinable',
  reason: `What came back stays valid. Choices can come back now that could not before.`,
  before: alone,
  after: free,
  *compare(context) {
    for (const { of, options } of optionsPairs(context)) {
      for (const { old, new: now } of options.pairs) {
        if (!old.exclusive || now.exclusive) continue;
        yield {
          subject: { what: 'option', id: now.id },
          old: within(old.origin, 'exclusive'),
          new: within(now.origin, 'id'),
          args: { of, option: now.id },
        };
      }
    }
  },
});
