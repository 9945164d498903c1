import { within } from '../../../checks/asked.js';
import type { Alignment } from '../../alignment.js';
import { defineChange, given } from '../../change.js';

export const dimensionRemoved = defineChange({
  id: 'dimension-removed',
  reason: `Its score is gone, \`overall\` is made of less, and answers to the questions that went with it have no place any
more. It is told once, with its questions and with the dimensions in it.`,
  before: `dimensions:
  - { id: data, title: Data, questions: [{ id: owner, text: Is there an owner?, scale: four }] }
  - { id: people, title: People, questions: [{ id: skills, text: How skilled are you?, scale: four }] }`,
  after: `dimensions:
  - { id: data, title: Data, questions: [{ id: owner, text: Is there an owner?, scale: four }] }`,
  *compare({ alignment }) {
    const { dimensions, questions } = alignment;
    for (const { id, dimension, outer } of dimensions.removed) {
      if (outer.some((other) => isGone(other, alignment))) continue;
      const gone = questions.removed.filter((question) => question.dimensions.includes(id));
      const moved = questions.pairs.filter(({ old }) => old.dimensions.includes(id));
      yield {
        subject: { what: 'dimension', id },
        old: within(dimension.origin, 'id'),
        args: {
          id,
          title: dimension.title,
          questions: gone.map((question) => question.id),
          moved: moved.map(({ old }) => old.id),
        },
        touches: { questions: gone.flatMap(({ items }) => items.map((item) => item.id)), are: given },
      };
    }
  },
});

/** Whether a dimension of the old version is not in the new one, under whatever id. */
export function isGone(id: string, { dimensions }: Alignment): boolean {
  return dimensions.removed.some((each) => each.id === id);
}
