import { within } from '../../../checks/asked.js';
import type { ProfileField } from '../../../questionnaire.js';
import type { Pair } from '../../align.js';
import { defineChange, given } from '../../change.js';

const field = (keys: string) => `profile:
  - { id: contact, title: Who can be asked${keys} }`;

export const profileFieldTypeChanged = defineChange({
  id: 'profile-field-type-changed',
  reason: `What came back for a field of one type is nothing that a field of another type can hold.`,
  before: field(''),
  after: field(', type: number'),
  *compare({ alignment }) {
    for (const pair of alignment.profile.pairs) {
      const [from, to] = [pair.old.type, pair.new.type];
      if (from === to) continue;
      const args = { id: pair.new.id, from: `\`${from}\``, to: `\`${to}\`` };
      yield { ...at(pair, 'type'), args, touches: { questions: [pair.old.id], are: given } };
    }
  },
});

export const profileFieldMadeRequired = defineChange({
  id: 'profile-field-made-required',
  reason: `Responses that left it blank were valid, and would be refused now.`,
  before: field(''),
  after: field(', required: true'),
  *compare({ alignment }) {
    for (const pair of alignment.profile.pairs) {
      if (pair.old.required || !pair.new.required) continue;
      const touches = {
        questions: [pair.old.id],
        are: ({ value }: { readonly value?: unknown }) => value === undefined,
      };
      yield { ...at(pair, 'required'), args: { id: pair.new.id }, touches };
    }
  },
});

export const profileFieldMadeOptional = defineChange({
  id: 'profile-field-made-optional',
  reason: `What came back stays valid. Blanks come back from now on.`,
  before: field(', required: true'),
  after: field(''),
  *compare({ alignment }) {
    for (const pair of alignment.profile.pairs) {
      if (pair.old.required && !pair.new.required) {
        yield { ...at(pair, 'required'), args: { id: pair.new.id } };
      }
    }
  },
});

export const profileFieldMadePersonal = defineChange({
  id: 'profile-field-made-personal',
  reason: `A personal field is dropped when answers are read. Whether it is kept changes what may be done with what came back,
not whether it is valid.`,
  before: field(''),
  after: field(', personal: true'),
  *compare({ alignment }) {
    for (const pair of alignment.profile.pairs) {
      const { id, personal } = pair.new;
      if (pair.old.personal !== personal) yield { ...at(pair, 'personal'), args: { id, personal } };
    }
  },
});

function at({ old, new: now }: Pair<ProfileField>, key: string) {
  return {
    subject: { what: 'profile field', id: now.id },
    old: within(old.origin, key),
    new: within(now.origin, key),
  } as const;
}
