import { within } from '../../../checks/asked.js';
import type { ProfileField } from '../../../questionnaire.js';
import { defineChange, given, isBlank } from '../../change.js';

const field = (...fields: readonly string[]) => `profile:\n${fields.map((each) => `  - ${each}`).join('\n')}`;
const organisation = '{ id: organisation, title: Organisation, unit: true, required: true }';
const size = '{ id: size, title: Number of staff, type: number }';

export const profileFieldRemoved = defineChange({
  id: 'profile-field-removed',
  reason: `What came back for the field has no place any more, and units that were made by it are not made any more.`,
  before: field(organisation, size),
  after: field(organisation),
  *compare({ alignment }) {
    for (const { id, title, origin } of alignment.profile.removed) {
      yield {
        subject: { what: 'profile field', id },
        old: within(origin, 'id'),
        args: { id, title },
        touches: { questions: [id], are: given },
      };
    }
  },
});

export const profileFieldRenamed = defineChange({
  id: 'profile-field-renamed',
  reason: `What came back stands under an id that nothing has. A field that is gone and a new one with the same title are taken
for one that was renamed.`,
  before: field(organisation, size),
  after: field(organisation, '{ id: staff, title: Number of staff, type: number }'),
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.profile.renamed) {
      yield {
        subject: { what: 'profile field', id: old.id },
        old: within(old.origin, 'id'),
        new: within(now.origin, 'id'),
        args: { from: old.id, to: now.id },
        touches: { questions: [old.id], are: given },
      };
    }
  },
});

export const profileFieldAdded = defineChange({
  id: 'profile-field-added',
  reason: `Responses that came back before lack it, which is permitted.`,
  before: field(organisation),
  after: field(organisation, size),
  *compare({ alignment }) {
    for (const each of alignment.profile.added) if (!each.required) yield added(each);
  },
});

export const requiredProfileFieldAdded = defineChange({
  id: 'required-profile-field-added',
  reason: `Every response that came back before lacks it, and would be refused for that.`,
  before: field(organisation),
  after: field(organisation, '{ id: size, title: Number of staff, type: number, required: true }'),
  *compare({ alignment }) {
    for (const each of alignment.profile.added)
      if (each.required) yield { ...added(each), touches: { questions: [each.id], are: isBlank } };
  },
});

function added({ id, title, origin }: ProfileField) {
  return { subject: { what: 'profile field', id }, new: within(origin, 'id'), args: { id, title } } as const;
}
