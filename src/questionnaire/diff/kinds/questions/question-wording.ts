import { defineChange, given } from '../../change.js';

const before = '- { id: owner, text: Does every dataset have an owner?, scale: four }';

export const questionReworded = defineChange({
  id: 'question-reworded',
  reason: `An edited wording may be understood a little differently, so that answers before and after it are compared with
care. What an edit is, is measured: at least two thirds of the letters of both wordings stand in words that both have, or
at least four fifths of the letters stay as they were. A \`not\` that was put in is an edit by that measure: look at it.`,
  before,
  after: '- { id: owner, text: Does each dataset have a named owner?, scale: four }',
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.worded) {
      if (old.text.trim() === now.text.trim()) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: old.textOrigin,
        new: now.textOrigin,
        args: { id: now.id, from: old.text, to: now.text },
      };
    }
  },
});

export const questionReplaced = defineChange({
  id: 'question-replaced',
  reason: `An id that now asks something else makes answers to the old question pass for answers to the new one. What is no
edit of the wording, as \`question-reworded\` measures it, is another question; nothing else is told of it then.`,
  before,
  after: '- { id: owner, text: How good are your data?, scale: four }',
  *compare({ alignment }) {
    for (const { old, new: now } of alignment.replaced) {
      yield {
        subject: { what: 'question', id: now.id },
        old: old.textOrigin,
        new: now.textOrigin,
        args: { id: now.id, from: old.text, to: now.text },
        touches: { questions: old.items.map(({ id }) => id), are: given },
      };
    }
  },
});
