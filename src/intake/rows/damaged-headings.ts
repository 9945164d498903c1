import { type Finding, finding } from '../../finding/finding.js';
import type { SourceRow, TableHead } from '../columns/layout.js';
import type { SourceFile } from '../session.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/**
 * What is wrong with rows of headings that run into one another: none of them can be trusted. Where they lost bytes, the
 * quotes and separators between them may be lost too, and exports write all their rows equally long.
 */
export function damagedHeadings(
  { name }: SourceFile,
  { sheet, delimiter }: TableHead,
  headings: readonly SourceRow[],
): Finding | undefined {
  const [first] = headings;
  const damaged = (lost: 'characters' | 'cells', line: number, column?: number) => {
    const cell = {
      ...(sheet === undefined ? {} : { sheet }),
      line,
      ...(column === undefined ? {} : { column }),
    };
    return finding('headings-damaged', { file: name, cell }, { lost });
  };
  for (const { cells, line } of headings) {
    const at = cells.findIndex((cell) => typeof cell === 'string' && control.test(cell));
    if (at >= 0) return damaged('characters', line, at + 1);
    if (delimiter !== undefined && cells.length !== first?.cells.length) return damaged('cells', line);
  }
  return undefined;
}
