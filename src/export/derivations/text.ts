import { visible } from '../text/visible.js';
import type { Explanation, ExplanationWriter } from './explanation.js';
import { explanationLines, heading } from './explanation-lines.js';
import type { Line } from './line.js';

export const text = {
  name: 'text',
  extensions: ['txt'],
  describe: 'For people: an indented tree that can be read aloud.',
  write: (explanation: Explanation): string => {
    const lines = explanationLines(explanation).flatMap((each) => indented(each, 1));
    return `${[visible(heading(explanation)), ...lines].join('\n')}\n`;
  },
} satisfies ExplanationWriter;

function indented({ parts, under }: Line, depth: number): readonly string[] {
  const written = parts.map((part) => visible(typeof part === 'string' ? part : part.formula)).join('');
  return ['  '.repeat(depth) + written.trim(), ...under.flatMap((each) => indented(each, depth + 1))];
}
