import { within } from '../../../checks/asked.js';
import type { Pair } from '../../align.js';
import type { Alignment, Written } from '../../alignment.js';
import { defineChange, given } from '../../change.js';
import { comparable } from '../../expression-text.js';

const owner = '- { id: owner, text: Is there an owner?, scale: four }';
const always = `${owner}\n- { id: quality, text: How good are the data?, scale: four }`;
const where = (when: string) =>
  `${owner}\n- { id: quality, text: How good are the data?, scale: four, when: ${when} }`;

export const whenAdded = defineChange({
  id: 'when-added',
  reason: `An answer of somebody who would not be asked any more counts as not asked: it is kept, but no score contains it.`,
  before: always,
  after: where('answers.owner > 2'),
  *compare({ alignment }) {
    for (const { old, new: now, from, to } of conditions(alignment)) {
      if (from !== undefined || to === undefined) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: old.origin,
        new: within(now.origin, 'when'),
        args: { id: now.id, when: to },
        touches: { questions: old.items.map(({ id }) => id), are: given },
      };
    }
  },
});

export const whenRemoved = defineChange({
  id: 'when-removed',
  reason: `Answers stay what they are. Who was not asked before counts as having left the question blank, which lowers the
coverage, and the score where the rubric scores blanks.`,
  before: where('answers.owner > 2'),
  after: always,
  *compare({ alignment }) {
    for (const { old, new: now, from, to } of conditions(alignment)) {
      // A required one is told as made required of everybody.
      if (from === undefined || to !== undefined || now.question.required) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'when'),
        new: now.origin,
        args: { id: now.id, when: from },
      };
    }
  },
});

export const whenChanged = defineChange({
  id: 'when-changed',
  reason: `Others are asked now: answers of those who would not be asked any more no longer count, and those who would be
asked now are taken to have left the question blank. Spaces, and names that follow from a renamed question, are no change.`,
  before: where('answers.owner > 2'),
  after: where('answers.owner > 1'),
  *compare({ alignment }) {
    for (const { old, new: now, from, to } of conditions(alignment)) {
      if (from === undefined || to === undefined) continue;
      if (comparable(from, alignment.renames) === comparable(to, new Map())) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'when'),
        new: within(now.origin, 'when'),
        args: { id: now.id, from, to },
        touches: { questions: old.items.map(({ id }) => id), are: given },
      };
    }
  },
});

interface Conditions extends Pair<Written> {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

function conditions({ questions }: Alignment): readonly Conditions[] {
  return questions.pairs.map((pair) => ({
    ...pair,
    from: pair.old.question.when?.text,
    to: pair.new.question.when?.text,
  }));
}
