import { within } from '../../../checks/asked.js';
import type { Level } from '../../../questionnaire.js';
import { type ScalePair, scalePairs } from '../../answer-sets.js';
import { defineChange, picks } from '../../change.js';

const scale = (...levels: readonly string[]) => `scales:
  two: { levels: [{ value: 1, label: Low }, { value: 3, label: High }] }
  four:
    levels:
${levels.map((level) => `      - ${level}`).join('\n')}`;
const low = '{ value: 1, label: None }';
const middle = '{ value: 2, label: Some }';
const high = '{ value: 3, label: All }';

export const levelRemoved = defineChange({
  id: 'level-removed',
  reason: `Answers with a level that is no longer there are refused. It is told once for the scale, with all questions that are
answered on it.`,
  before: scale(low, middle, high),
  after: scale(low, high),
  *compare(context) {
    for (const { old, questions, levels } of scalePairs(context)) {
      for (const { value, label, origin } of levels.removed) {
        yield {
          subject: { what: 'scale', id: old.id },
          old: within(origin, 'value'),
          args: { scale: old.id, level: value, label },
          touches: { questions, are: picks(value) },
        };
      }
    }
  },
});

export const levelAdded = defineChange({
  id: 'level-added',
  reason: `Between two levels there is another one now, which nobody could choose before. What was chosen keeps its score.`,
  before: scale(low, high),
  after: scale(low, middle, high),
  *compare(context) {
    for (const pair of scalePairs(context)) {
      for (const level of pair.levels.added) {
        if (isBeyond(level, pair)) continue;
        const { value, label, origin } = level;
        yield {
          subject: { what: 'scale', id: pair.new.id },
          new: within(origin, 'value'),
          args: { scale: pair.new.id, level: value, label },
        };
      }
    }
  },
});

export const endLevelAdded = defineChange({
  id: 'end-level-added',
  reason: `With a new lowest or highest level, what was the least or the most that could be answered is so no longer: mapped to
\`range\`, the same answer scores less or more.`,
  before: scale(low, middle),
  after: scale(low, middle, high),
  *compare(context) {
    for (const pair of scalePairs(context)) {
      for (const level of pair.levels.added) {
        if (!isBeyond(level, pair)) continue;
        const { value, label, origin } = level;
        yield {
          subject: { what: 'scale', id: pair.new.id },
          new: within(origin, 'value'),
          args: { scale: pair.new.id, level: value, label },
          touches: { questions: pair.questions, are: ({ value }) => value !== undefined },
        };
      }
    }
  },
});

/** Whether its score lies outside of all that were there. */
function isBeyond({ score }: Level, { old }: ScalePair): boolean {
  const scores = old.levels.map((level) => level.score);
  return score < Math.min(...scores) || score > Math.max(...scores);
}
