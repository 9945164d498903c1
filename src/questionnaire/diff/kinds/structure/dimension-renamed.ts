import { within } from '../../../checks/asked.js';
import { defineChange } from '../../change.js';

export const dimensionRenamed = defineChange({
  id: 'dimension-renamed',
  reason: `Tables, gates, indices and other rubrics know a dimension by its id. One that is gone and a new one with the same
title are taken for one that was renamed.`,
  before: `dimensions:
  - { id: data, title: Data, questions: [{ id: owner, text: Is there an owner?, scale: four }] }`,
  after: `dimensions:
  - { id: our_data, title: Data, questions: [{ id: owner, text: Is there an owner?, scale: four }] }`,
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.dimensions.renamed) {
      yield {
        subject: { what: 'dimension', id: old.id },
        old: within(old.dimension.origin, 'id'),
        new: within(now.dimension.origin, 'id'),
        args: { from: old.id, to: now.id },
      };
    }
  },
});
