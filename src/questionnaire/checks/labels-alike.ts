import { defineRule } from './check-rule.js';
import { folded } from './folded.js';
import { labelSets } from './labelled.js';

/** Labels that returned answers cannot be matched by. */
export const labelsAlike = defineRule({
  id: 'labels-alike',
  reason: `Answers come back as labels, typed or pasted, and are matched without regard to case and spaces. Two labels
that differ by nothing else stand for the same text, so that the answer is refused as ambiguous; and a label that is the id of
another answer is read as that.`,
  bad: `- id: hosting
  text: Where does it run?
  type: choice
  options:
    - { id: own, label: Own centre }
    - { id: shared, label: own  centre }`,
  good: `- id: hosting
  text: Where does it run?
  type: choice
  options:
    - { id: own, label: Own centre }
    - { id: shared, label: Shared centre }`,
  *check(context) {
    for (const { labels } of labelSets(context)) {
      const seen = new Map<string, { id: string; label: string }>();
      const ids = new Set(labels.map(({ id }) => id));
      for (const { id, label, place } of labels) {
        const word = label.trim();
        if (word !== id && ids.has(word)) {
          yield { place: place('label'), args: { label, other: word, first: word, second: id, isId: true } };
          continue;
        }
        const other = seen.get(folded(label));
        if (other === undefined) seen.set(folded(label), { id, label });
        else {
          const args = { label, other: other.label, first: other.id, second: id };
          yield { place: place('label'), args };
        }
      }
    }
  },
});
