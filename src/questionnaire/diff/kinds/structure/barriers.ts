import { defineChange } from '../../change.js';

const barriers = (...some: readonly string[]) => `barriers:\n${some.map((each) => `  - ${each}`).join('\n')}`;
const skills = '{ id: skills, label: Skills }';
const money = '{ id: money, label: Money }';

export const barrierRemoved = defineChange({
  id: 'barrier-removed',
  reason: `Responses that name it are refused.`,
  before: barriers(skills, money),
  after: barriers(skills),
  *compare({ alignment, old }) {
    const questions = old.questionnaire.questions.map((question) => question.id);
    for (const { id, label, origin } of alignment.barriers.removed) {
      yield {
        subject: { what: 'barrier', id },
        old: origin,
        args: { id, label },
        touches: { questions, are: ({ barriers = [] }) => barriers.includes(id) },
      };
    }
  },
});

export const barrierAdded = defineChange({
  id: 'barrier-added',
  reason: `There is something to name now that nobody could name before.`,
  before: barriers(skills),
  after: barriers(skills, money),
  *compare({ alignment }) {
    for (const { id, label, origin } of alignment.barriers.added) {
      yield { subject: { what: 'barrier', id }, new: origin, args: { id, label } };
    }
  },
});

export const barrierRelabelled = defineChange({
  id: 'barrier-relabelled',
  reason: `Cells that say the old label are no longer read, and who names the barrier may mean something else.`,
  before: barriers(skills, money),
  after: barriers(skills, '{ id: money, label: Budget }'),
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.barriers.pairs) {
      if (old.label.trim() === now.label.trim()) continue;
      yield {
        subject: { what: 'barrier', id: now.id },
        old: old.origin,
        new: now.origin,
        args: { id: now.id, from: old.label, to: now.label },
      };
    }
  },
});
