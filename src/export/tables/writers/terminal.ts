import { type Ink, inkFor } from '../../text/ink.js';
import { visible } from '../../text/visible.js';
import { wrap } from '../../text/width.js';
import type { Table } from '../table.js';
import type { TableDocument } from '../table-document.js';
import type { TableFormat, TableOptions } from '../table-format.js';
import { terminalColumns } from './terminal/column.js';
import { draw } from './terminal/draw.js';
import { layOut } from './terminal/layout.js';
import { legend } from './terminal/legend.js';
import { signsFor } from './terminal/signs.js';

/** What tells less than this tells nothing true of its width. */
const narrowest = 20;

export const terminal = {
  name: 'table',
  extensions: ['txt'],
  describe: 'A table to read at the terminal, as wide as that is.',
  write: (table: Table, options: TableOptions): string => drawn([table], options),
  writeDocument: ({ tables }: TableDocument, options: TableOptions): string => drawn(tables, options),
} satisfies TableFormat;

function drawn(tables: readonly Table[], given: TableOptions): string {
  const options = { ...given, width: Math.max(narrowest, given.width) };
  const ink = inkFor(options.color);
  return text(
    tables.flatMap((table) => {
      const title = table.title === undefined ? [] : [paragraph(table.title, options.width).map(ink.strong)];
      const notes = table.notes.map((note) => paragraph(note, options.width));
      return [...title, ...grid(table, options, ink, notes.flat())];
    }),
  );
}

/** The blocks, and below them what explains them. */
function grid(
  table: Table,
  { width, unicode }: TableOptions,
  ink: Ink,
  notes: readonly string[],
): readonly Part[] {
  if (table.columns.length === 0) return [notes];
  const signs = signsFor(unicode);
  const blocks = layOut(terminalColumns(table, signs), width);
  const drawn = blocks.map((block) => draw(block, ink, signs));
  const empty = table.rows.length === 0 ? [[ink.faint('(no rows)')]] : [];
  return [...drawn, ...empty, [...legend(blocks, width, ink, signs), ...notes]];
}

type Part = readonly string[];

function paragraph(words: string, width: number): readonly string[] {
  return wrap(visible(words.trim().replace(/\s+/g, ' ')), width);
}

function text(parts: readonly Part[]): string {
  const filled = parts.filter((lines) => lines.length > 0);
  return filled.length === 0 ? '' : `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
