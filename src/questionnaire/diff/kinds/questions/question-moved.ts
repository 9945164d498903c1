import { within } from '../../../checks/asked.js';
import { defineChange, given } from '../../change.js';
import { isGone } from '../structure/dimension-removed.js';

export const questionMoved = defineChange({
  id: 'question-moved',
  reason: `The scores of both dimensions are made of other questions than before. A dimension that only has a new id is the
same dimension.`,
  before: `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, scale: four }
      - { id: quality, text: How good are the data?, scale: four }
  - { id: people, title: People, questions: [{ id: skills, text: How skilled are you?, scale: four }] }`,
  after: `dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, scale: four }
  - id: people
    title: People
    questions:
      - { id: skills, text: How skilled are you?, scale: four }
      - { id: quality, text: How good are the data?, scale: four }`,
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.questions.pairs) {
      const [from = '', to = ''] = [old.dimensions.at(-1), now.dimensions.at(-1)];
      if ((alignment.renames.get(from) ?? from) === to) continue;
      // Told with the dimension.
      if (isGone(from, alignment)) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'id'),
        new: within(now.origin, 'id'),
        args: { id: now.id, from, to },
        touches: { questions: old.items.map(({ id }) => id), are: given },
      };
    }
  },
});
