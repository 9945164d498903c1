import { within } from '../../../checks/asked.js';
import type { NumberQuestion } from '../../../questionnaire.js';
import { defineChange, given } from '../../change.js';
import { comparable } from '../../expression-text.js';

export const numberUnitChanged = defineChange({
  id: 'number-unit-changed',
  reason: `The same number in another unit is another answer.`,
  before: '- { id: time, text: How long does it take?, type: number, min: 0, max: 100, unit: hours }',
  after: '- { id: time, text: How long does it take?, type: number, min: 0, max: 100, unit: days }',
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.questions.pairs) {
      const [before, after] = [old.question, now.question];
      if (before.type !== 'number' || after.type !== 'number' || before.unit === after.unit) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'unit'),
        new: within(now.origin, 'unit'),
        args: { id: now.id, from: before.unit ?? 'no unit', to: after.unit ?? 'no unit' },
        touches: { questions: old.items.map(({ id }) => id), are: given },
      };
    }
  },
});

export const numberScoreChanged = defineChange({
  id: 'number-score-changed',
  reason: `The same number scores something else. A number that is its own score reaches from \`min\` to \`max\`: wider limits
change what a number is worth among others.`,
  before: '- { id: staff, text: How many people?, type: number, min: 0, max: 100 }',
  after: '- { id: staff, text: How many people?, type: number, min: 0, max: 500 }',
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.questions.pairs) {
      const [before, after] = [old.question, now.question];
      if (before.type !== 'number' || after.type !== 'number') continue;
      const [from, to] = [scoring(before), scoring(after)];
      if (from === to || isNarrower(before, after)) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, before.score.by === 'itself' ? 'max' : 'score'),
        new: within(now.origin, after.score.by === 'itself' ? 'max' : 'score'),
        args: { id: now.id, from, to },
        touches: { questions: old.items.map(({ id }) => id), are: ({ value }) => value !== undefined },
      };
    }
  },
});

function scoring({ score, min, max }: NumberQuestion): string {
  switch (score.by) {
    case 'nothing':
      return 'not at all';
    case 'itself':
      return `as itself, from ${min} to ${max}`;
    case 'steps':
      return `by the steps ${score.steps.map(({ from, score }) => `${from}: ${score}`).join(', ')}`;
    case 'expression':
      return `by \`${comparable(score.expression.text, new Map())}\` from ${score.range.join(' to ')}`;
  }
}

/** Narrower limits are told as such. */
function isNarrower(old: NumberQuestion, now: NumberQuestion): boolean {
  if (old.score.by !== 'itself' || now.score.by !== 'itself') return false;
  return Number(now.min) > Number(old.min) || Number(now.max) < Number(old.max);
}
