import { within } from '../../../checks/asked.js';
import { scalePairs } from '../../answer-sets.js';
import { defineChange, picks } from '../../change.js';

const scale = (score: number) => `scales:
  two: { levels: [{ value: 1, label: Low }, { value: 2, label: High }] }
  four:
    levels:
      - { value: 1, label: None, score: 0 }
      - { value: 2, label: Some, score: ${score} }
      - { value: 3, label: All, score: 10 }`;

export const levelRescored = defineChange({
  id: 'level-rescored',
  reason: `The same answer scores something else, in every question on this scale.`,
  before: scale(5),
  after: scale(3),
  *compare(context) {
    for (const { old, new: now, questions, levels } of scalePairs(context)) {
      for (const pair of levels.pairs) {
        const { value, score, origin } = pair.new;
        // A level with another value scores that, unless it says otherwise.
        const follows = pair.old.value !== value && pair.old.score === pair.old.value && score === value;
        if (pair.old.score === score || follows) continue;
        yield {
          subject: { what: 'scale', id: old.id },
          old: within(pair.old.origin, 'score'),
          new: within(origin, 'score'),
          args: { scale: now.id, level: value, label: pair.new.label, from: pair.old.score, to: score },
          touches: { questions, are: picks(pair.old.value) },
        };
      }
    }
  },
});
