import { within } from '../../../checks/asked.js';
import type { Origin } from '../../../questionnaire.js';
import type { Pair } from '../../align.js';
import { type DiffContext, defineChange, type Subject } from '../../change.js';

export const titleChanged = defineChange({
  id: 'title-changed',
  reason: `Titles of the questionnaire, of dimensions, themes and profile fields are for people to read. Nothing is known by them.`,
  before: `dimensions:
  - { id: data, title: Data, questions: [{ id: owner, text: Is there an owner?, scale: four }] }`,
  after: `dimensions:
  - { id: data, title: Data and records, questions: [{ id: owner, text: Is there an owner?, scale: four }] }`,
  *compare(context) {
    for (const { subject, old, new: now } of titles(context)) {
      if (old.title.trim() === now.title.trim()) continue;
      const args = { id: subject.id, from: old.title, to: now.title };
      yield { subject, old: old.origin, new: now.origin, args };
    }
  },
});

interface Title {
  readonly title: string;
  readonly origin: Origin;
}

interface TitlePair extends Pair<Title> {
  readonly subject: Subject;
}

function titles({ alignment, old, new: now }: DiffContext): readonly TitlePair[] {
  const pair = (what: Subject['what'], one: Title, other: Title & { readonly id: string }): TitlePair => ({
    subject: { what, id: other.id },
    old: { title: one.title, origin: within(one.origin, 'title') },
    new: { title: other.title, origin: within(other.origin, 'title') },
  });
  const { dimensions, themes, profile } = alignment;
  return [
    pair('questionnaire', old.questionnaire, now.questionnaire),
    ...dimensions.pairs.map(({ old, new: now }) => pair('dimension', old.dimension, now.dimension)),
    ...themes.pairs.map(({ old, new: now }) => ({
      ...pair('theme', old, now),
      // A theme is known by the place of its id.
      old,
      new: now,
    })),
    ...profile.pairs.map(({ old, new: now }) => pair('profile field', old, now)),
  ];
}
