import { escaped } from '../tables/writers/markdown.js';
import { visible } from '../text/visible.js';
import type { Explanation, ExplanationWriter } from './explanation.js';
import { explanationLines, heading } from './explanation-lines.js';
import type { Line, LinePart } from './line.js';

export const markdown = {
  name: 'md',
  extensions: ['md', 'markdown'],
  describe: 'A Markdown list, formulas as code.',
  write: (explanation: Explanation): string => {
    const lines = explanationLines(explanation).flatMap((each) => listed(each, 0));
    return `## ${escaped(heading(explanation))}\n\n${lines.join('\n')}\n`;
  },
} satisfies ExplanationWriter;

function listed({ parts, under }: Line, depth: number): readonly string[] {
  const written = parts.map(writtenPart).join('').trim();
  return [`${'  '.repeat(depth)}- ${written}`, ...under.flatMap((each) => listed(each, depth + 1))];
}

function writtenPart(part: LinePart): string {
  if (typeof part !== 'string') return code(part.formula);
  const [before = ''] = /^\s*/.exec(part) ?? [];
  const [after = ''] = part.trim() === '' ? [] : (/\s*$/.exec(part) ?? []);
  return before + escaped(part) + after;
}

/** A code span, fenced by more backticks than there are in it. */
function code(formula: string): string {
  const shown = visible(formula.trim());
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + shown + fence : `${fence} ${shown} ${fence}`;
}
