import { within } from '../../../checks/asked.js';
import { scalePairs } from '../../answer-sets.js';
import { defineChange } from '../../change.js';

const scale = (first: number) => `scales:
  two: { levels: [{ value: 1, label: Low }, { value: 2, label: High }] }
  four:
    levels:
      - { value: ${first}, label: None }
      - { value: ${first + 1}, label: Some }
      - { value: ${first + 2}, label: All }`;

export const levelsRenumbered = defineChange({
  id: 'levels-renumbered',
  reason: `A level is stored by its value. Where the same label has another value now, answers that came back as a number mean
another level, or none. It is told once for a scale.`,
  before: scale(0),
  after: scale(1),
  *compare(context) {
    for (const { old, new: now, questions, levels } of scalePairs(context)) {
      const [first] = levels.renamed;
      if (first === undefined) continue;
      const moved = new Set(levels.renamed.map((pair) => pair.old.value));
      yield {
        subject: { what: 'scale', id: old.id },
        old: within(first.old.origin, 'value'),
        new: within(first.new.origin, 'value'),
        args: { scale: now.id, pairs: levels.renamed.map((pair) => [pair.old.value, pair.new.value]) },
        touches: { questions, are: ({ value }) => typeof value === 'number' && moved.has(value) },
      };
    }
  },
});
