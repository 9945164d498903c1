import { and } from '../../../../finding/words.js';
import { within } from '../../../checks/asked.js';
import { unitFields } from '../../../questionnaire.js';
import { defineChange } from '../../change.js';

export const unitLevelsChanged = defineChange({
  id: 'unit-levels-changed',
  reason: `Units are made by the unit fields in their order. With others, or in another order, the same answers are rolled up to
other units. What follows from a field that is new or gone is told there.`,
  before: `profile:
  - { id: organisation, title: Organisation, unit: true, required: true }
  - { id: department, title: Department, required: true }`,
  after: `profile:
  - { id: organisation, title: Organisation, unit: true, required: true }
  - { id: department, title: Department, unit: true, required: true }`,
  *compare({ alignment, old, new: now }) {
    const { profile, renames } = alignment;
    const both = new Set(profile.pairs.map((pair) => pair.new.id));
    const from = unitFields(old.questionnaire).map(({ id }) => renames.get(id) ?? id);
    const to = unitFields(now.questionnaire).map(({ id }) => id);
    if (from.filter((id) => both.has(id)).join() === to.filter((id) => both.has(id)).join()) return;
    yield {
      subject: { what: 'questionnaire', id: now.questionnaire.id },
      old: within(old.questionnaire.origin, 'profile'),
      new: within(now.questionnaire.origin, 'profile'),
      args: { from: and(from), to: and(to) },
    };
  },
});
