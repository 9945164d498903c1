import type { RuleDescription } from '../rule-description.js';

/** What is no YAML; `definition/yaml-problems.ts` finds it and puts it in words. */
export const yamlSyntax: RuleDescription<'yaml-syntax'> = {
  id: 'yaml-syntax',
  reason: `YAML gives meaning to signs that are nothing special in a text. A tab cannot indent, though it looks like spaces; a colon
and a space make a key, also in the middle of an unquoted text or expression; a text that starts with a quote, a brace or \`@\` is something else.
Nothing of the file can be trusted from there on.`,
  bad: `- id: owner
  text: Is there an owner?
\ttype: yes_no`,
  good: `- id: owner
  text: Is there an owner?
  type: yes_no`,
};
