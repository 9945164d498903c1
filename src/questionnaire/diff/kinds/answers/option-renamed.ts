import { within } from '../../../checks/asked.js';
import { optionsPairs } from '../../answer-sets.js';
import { defineChange, picks } from '../../change.js';

const question = (id: string) => `- id: hosting
  text: Where does it run?
  type: choice
  options:
    - { id: ${id}, label: Own centre }
    - { id: cloud, label: In the cloud }
- { id: owner, text: Is there an owner?, scale: four }`;

export const optionRenamed = defineChange({
  id: 'option-renamed',
  reason: `A choice is stored by the option's id: answers that came back before name an option that is not there.`,
  before: question('own'),
  after: question('own_centre'),
  *compare(context) {
    for (const { of, owners, options } of optionsPairs(context)) {
      for (const { old, new: now } of options.renamed) {
        yield {
          subject: { what: 'option', id: old.id },
          old: within(old.origin, 'id'),
          new: within(now.origin, 'id'),
          args: { of, from: old.id, to: now.id },
          touches: { questions: owners, are: picks(old.id) },
        };
      }
    }
  },
});
