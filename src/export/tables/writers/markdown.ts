import { safeText } from '../../../response/texts/safe-text.js';
import { type Provenance, provenanceLines } from '../../provenance/provenance.js';
import { visible } from '../../text/visible.js';
import { padEnd, padStart, widest } from '../../text/width.js';
import { markAmongBlanks, marksIn } from '../absence.js';
import { cellFigure } from '../cell-figure.js';
import { readable } from '../readable.js';
import type { Column, Table, TableCell } from '../table.js';
import type { TableDocument } from '../table-document.js';
import type { TableFormat } from '../table-format.js';

export const markdown = {
  name: 'md',
  extensions: ['md', 'markdown'],
  describe: 'A Markdown table, with its title and notes.',
  write: (table: Table): string => text([table]),
  writeDocument: ({ tables, provenance }: TableDocument): string => text(tables, provenance),
} satisfies TableFormat;

function text(tables: readonly Table[], provenance?: Provenance): string {
  const parts = [
    ...tables.map(readable).flatMap(partsOf),
    ...(provenance === undefined ? [] : about(provenance)),
  ];
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

function partsOf(table: Table): readonly string[] {
  return [
    ...(table.title === undefined ? [] : [`## ${escaped(table.title)}`]),
    ...marksIn(table, table.forRelease === true, markAmongBlanks),
    ...(table.columns.length === 0 ? [] : [grid(table)]),
    ...table.notes.map(escaped),
  ];
}

function about(provenance: Provenance): readonly string[] {
  const lines = provenanceLines(provenance).map(([name, value]) => `- ${escaped(name)}: ${escaped(value)}`);
  return ['## About', lines.join('\n')];
}

function grid({ columns, rows, forRelease = false }: Table): string {
  const lines = [
    columns.map(({ title }) => escaped(safeText(title))),
    ...rows.map((row) => columns.map((column, at) => written(row[at], column, forRelease))),
  ];
  const widths = columns.map((_, at) => Math.max(3, widest(lines.map((line) => line[at] ?? ''))));
  const drawn = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [header, ...body] = lines.map((line) =>
    drawn(
      columns.map((column, at) => (standsLeft(column) ? padEnd : padStart)(line[at] ?? '', widths[at] ?? 3)),
    ),
  );
  const rule = columns.map((column, at) => {
    const dashes = '-'.repeat((widths[at] ?? 3) - 1);
    return standsLeft(column) ? `:${dashes}` : `${dashes}:`;
  });
  return [header, drawn(rule), ...body].join('\n');
}

function standsLeft({ kind }: Column): boolean {
  return kind === 'label' || kind === 'text';
}

function written(cell: TableCell | undefined, column: Column, forRelease: boolean): string {
  if (cell?.kind === 'text') return escaped(safeText(cell.text));
  if (cell?.kind === 'number') return cellFigure(cell, column);
  return markAmongBlanks(cell?.why, forRelease);
}

/** A text that Markdown shows as it is, on one line. */
export function escaped(text: string): string {
  return text
    .trim()
    .split(/\r\n|[\r\n]/)
    .map((line) =>
      visible(line.replaceAll('\t', ' '))
        .replace(/[\\`*[\]|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
        .replace(/&(?=#?\w+;)/g, '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/^[#+=-]/, '\\$&')
        .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2'),
    )
    .join('<br>');
}
