import { defineRule } from './check-rule.js';
import { labelSets } from './labelled.js';

/** Labels that fall apart where several answers stand in one cell. */
export const labelWithSemicolon = defineRule({
  id: 'label-with-semicolon',
  reason: `Where several can be chosen, a form tool writes them into one cell, joined by \`;\`. A label that contains
one is taken apart when it comes back.`,
  bad: `- id: tools
  text: Which of these are in use?
  type: choices
  options:
    - { id: catalogue, label: A catalogue; at least a list }
    - { id: reports, label: Quality reports }`,
  good: `- id: tools
  text: Which of these are in use?
  type: choices
  options:
    - { id: catalogue, label: "A catalogue, or at least a list" }
    - { id: reports, label: Quality reports }`,
  *check(context) {
    for (const { labels, several } of labelSets(context)) {
      if (!several) continue;
      for (const { label, place } of labels) {
        if (label.includes(';')) yield { place: place('label'), args: { label } };
      }
    }
  },
});
