import type { RuleDescription } from '../rule-description.js';

/** A value that YAML reads as another kind than is needed; `definition/schema-finding.ts` finds it by the schema. */
export const wrongType: RuleDescription<'wrong-type'> = {
  id: 'wrong-type',
  reason: `YAML takes a value without quotes for what it looks like: \`1.10\` is the number 1.1, \`2026\` a number and no text, \`true\` no word.
What was written would be lost before anybody saw it, so it is refused where a text is needed, and the other way round.`,
  bad: `- id: release
  text: Which release is in use?
  type: choice
  options:
    - { id: older, label: Older than 1.10 }
    - { id: current, label: 1.10 }
    - { id: newer, label: Newer than 1.10 }`,
  good: `- id: release
  text: Which release is in use?
  type: choice
  options:
    - { id: older, label: Older than 1.10 }
    - { id: current, label: Release 1.10 }
    - { id: newer, label: Newer than 1.10 }`,
};
