import { within } from '../../../checks/asked.js';
import type { Privacy } from '../../../questionnaire.js';
import { defineChange } from '../../change.js';

export const privacyChanged = defineChange({
  id: 'privacy-changed',
  reason: `Figures of small groups are withheld, or shown, that were not before. What was promised to respondents may depend on it.`,
  before: 'privacy: { min_group: 5 }',
  after: 'privacy: { min_group: 3 }',
  *compare({ old, new: now }) {
    const [from, to] = [said(old.questionnaire.privacy), said(now.questionnaire.privacy)];
    if (from === to) return;
    yield {
      subject: { what: 'questionnaire', id: now.questionnaire.id },
      old: within(old.questionnaire.origin, 'privacy'),
      new: within(now.questionnaire.origin, 'privacy'),
      args: { from, to },
    };
  },
});

function said({ minGroup, count }: Privacy): string {
  return `${minGroup} ${count}`;
}
