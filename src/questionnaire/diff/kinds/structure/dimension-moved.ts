import { within } from '../../../checks/asked.js';
import { defineChange } from '../../change.js';
import { isNew } from './dimension-added.js';
import { isGone } from './dimension-removed.js';

export const dimensionMoved = defineChange({
  id: 'dimension-moved',
  reason: `What stood above it is made of less, and what stands above it now of more.`,
  before: `dimensions:
  - id: digital
    title: Digital
    dimensions:
      - { id: data, title: Data, questions: [{ id: owner, text: Is there an owner?, scale: four }] }
      - { id: tools, title: Tools, questions: [{ id: use, text: Are they used?, scale: four }] }`,
  after: `dimensions:
  - id: digital
    title: Digital
    dimensions:
      - { id: data, title: Data, questions: [{ id: owner, text: Is there an owner?, scale: four }] }
  - { id: tools, title: Tools, questions: [{ id: use, text: Are they used?, scale: four }] }`,
  *compare({ alignment }) {
    const { dimensions, renames } = alignment;
    for (const { old, new: now } of dimensions.pairs) {
      const [from, to] = [old.outer.at(-1), now.outer.at(-1)];
      if ((from === undefined ? undefined : (renames.get(from) ?? from)) === to) continue;
      // Told with the dimension that is gone, or new.
      if ((from !== undefined && isGone(from, alignment)) || (to !== undefined && isNew(to, alignment)))
        continue;
      yield {
        subject: { what: 'dimension', id: now.id },
        old: within(old.dimension.origin, 'id'),
        new: within(now.dimension.origin, 'id'),
        args: { id: now.id, from: named(from), to: named(to) },
      };
    }
  },
});

function named(id: string | undefined): string {
  return id === undefined ? 'the questionnaire itself' : `\`${id}\``;
}
