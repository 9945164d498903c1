import { and } from '../../../../finding/words.js';
import { within } from '../../../checks/asked.js';
import type { Alignment } from '../../alignment.js';
import { defineChange, given } from '../../change.js';

export const questionThemesChanged = defineChange({
  id: 'question-themes-changed',
  reason: `A theme's score is made of all its questions: with another set of them it means something else. What follows from a
theme that is new or gone is told there.`,
  before: `themes: [{ id: people, title: People }, { id: process, title: Process }]
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, scale: four, themes: [people] }
      - { id: quality, text: How good are the data?, scale: four, themes: [people, process] }`,
  after: `themes: [{ id: people, title: People }, { id: process, title: Process }]
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Is there an owner?, scale: four, themes: [people] }
      - { id: quality, text: How good are the data?, scale: four, themes: [process] }`,
  *compare({ alignment }) {
    const both = inBoth(alignment);
    for (const { old, new: now } of alignment.questions.pairs) {
      const from = old.question.themes
        .map((id) => alignment.renames.get(id) ?? id)
        .filter((id) => both.has(id));
      const to = now.question.themes.filter((id) => both.has(id));
      if (from.toSorted().join() === to.toSorted().join()) continue;
      yield {
        subject: { what: 'question', id: now.id },
        old: within(old.origin, 'themes'),
        new: within(now.origin, 'themes'),
        args: { id: now.id, from: and(from), to: and(to) },
        touches: { questions: old.items.map(({ id }) => id), are: given },
      };
    }
  },
});

/** The themes of both versions, by their new ids. */
function inBoth({ themes }: Alignment): ReadonlySet<string> {
  return new Set(themes.pairs.map((pair) => pair.new.id));
}
