import { defineRule, type SourceContext } from './check-rule.js';
import { sourcesOf } from './source-lines.js';

const keys = 'value|score|from|above|weight|min|max|minutes|cap|share|coverage|digits|at_least|min_group';
const zeros = new RegExp(
  `(?=[-+]?0\\d)(?<=(?:^[ \\t]*(?:- *)?|[{,] *)(?:${keys}): *)[-+]?0\\d+(?=[ \\t]*(?:[,}#\\r\\n]|$))`,
  'gm',
);

/** The most of a line before a number that is looked at. */
const mostBefore = 2000;

/** A number that is not read as it is written. */
export const yamlLeadingZero = defineRule<'yaml-leading-zero', SourceContext>({
  id: 'yaml-leading-zero',
  reason: `A number with a leading zero is read without it, so that \`010\` is 10; readers of YAML 1.1 take it to base 8,
which makes it 8. Whichever was meant, somebody gets another number.`,
  bad: `scales:
  four:
    levels:
      - { value: 1, label: Starting, score: 05 }
      - { value: 2, label: Leading, score: 10 }`,
  good: `scales:
  four:
    levels:
      - { value: 1, label: Starting, score: 5 }
      - { value: 2, label: Leading, score: 10 }`,
  *check(context) {
    for (const { text, place } of sourcesOf(context, /: *[-+]?0\d/)) {
      for (const { 0: found, index } of text.matchAll(zeros)) {
        const before = text.slice(Math.max(0, index - mostBefore), index);
        if (isInTextOrComment(before.slice(before.lastIndexOf('\n') + 1))) continue;
        yield { place: place(index, index + found.length), args: { found, read: Number(found) } };
      }
    }
  },
});

/** Whether what follows these characters of a line is part of a text in quotes, or of a comment. */
function isInTextOrComment(before: string): boolean {
  return /["'#]/.test(before.replace(/"[^"]*"|'[^']*'|\b'\b/g, ''));
}
