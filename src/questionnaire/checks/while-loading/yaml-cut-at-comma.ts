import type { RuleDescription } from '../rule-description.js';

/** A text or expression in braces that YAML cut in two at a comma; `definition/yaml-problems.ts` finds it. */
export const yamlCutAtComma: RuleDescription<'yaml-cut-at-comma'> = {
  id: 'yaml-cut-at-comma',
  reason: `In braces a comma ends a value. An expression with a comma, or a sentence, is cut in two there without a word: what comes before it
is kept, and what comes after is read as a key of its own.`,
  bad: `- { id: owner, text: Is there an owner?, scale: four }
- { id: named, text: Is the owner named?, type: yes_no, when: clamp(answers.owner, 2, 3) > 2 }`,
  good: `- { id: owner, text: Is there an owner?, scale: four }
- { id: named, text: Is the owner named?, type: yes_no, when: "clamp(answers.owner, 2, 3) > 2" }`,
};
