import { within } from '../../../checks/asked.js';
import type { Alignment } from '../../alignment.js';
import { defineChange } from '../../change.js';

export const dimensionAdded = defineChange({
  id: 'dimension-added',
  reason: `\`overall\` is made of more from now on; answers that came back before have none to its questions, which count as
left blank. It is told once, with its questions, unless one of them is required.`,
  before: `dimensions:
  - { id: data, title: Data, questions: [{ id: owner, text: Is there an owner?, scale: four }] }`,
  after: `dimensions:
  - { id: data, title: Data, questions: [{ id: owner, text: Is there an owner?, scale: four }] }
  - { id: people, title: People, questions: [{ id: skills, text: How skilled are you?, scale: four }] }`,
  *compare({ alignment }) {
    const { dimensions, questions } = alignment;
    for (const { id, dimension, outer } of dimensions.added) {
      if (outer.some((other) => isNew(other, alignment))) continue;
      const fresh = questions.added.filter((question) => question.dimensions.includes(id));
      yield {
        subject: { what: 'dimension', id },
        new: within(dimension.origin, 'id'),
        args: { id, title: dimension.title, questions: fresh.length },
      };
    }
  },
});

/** Whether a dimension of the new version was not in the old one, under whatever id. */
export function isNew(id: string, { dimensions }: Alignment): boolean {
  return dimensions.added.some((each) => each.id === id);
}
