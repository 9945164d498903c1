import { safeText } from '../../../response/texts/safe-text.js';
import { type Provenance, provenanceLines } from '../../provenance/provenance.js';
import { content, escaped } from '../../text/html-text.js';
import { absenceOf, marksIn } from '../absence.js';
import { cellFigure } from '../cell-figure.js';
import { readable } from '../readable.js';
import { shade } from '../shade.js';
import type { Column, Table, TableCell } from '../table.js';
import type { TableDocument } from '../table-document.js';
import type { TableFormat } from '../table-format.js';

export const html = {
  name: 'html',
  extensions: ['html', 'htm'],
  describe: 'A page with the table, complete in one file.',
  write: (table: Table): string => page({ tables: [table] }),
  writeDocument: page,
} satisfies TableFormat;

/** Band names and marks of absent scores are drawn by the style, so that a cell that is copied holds the figure alone. */
const style = `
  body { font: 16px/1.4 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 2rem; }
  table { border-collapse: collapse; }
  caption { text-align: left; font-size: 1.25rem; font-weight: 600; padding-bottom: .75rem; }
  th, td { padding: .35rem .75rem; border-bottom: 1px solid #ccc; text-align: left; vertical-align: top; }
  thead th { border-bottom: 2px solid #444; vertical-align: bottom; }
  tbody th { font-weight: 400; }
  .figure { text-align: right; font-variant-numeric: tabular-nums; }
  td[data-band]::after { content: attr(data-band); display: block; font-size: .75rem; }
  td[data-absent]::after { content: attr(data-absent); color: #595959; }
  table + table, p + table, section { margin-top: 2.5rem; }
  h2 { font-size: 1.1rem; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; font-size: .875rem; }
  dd { margin: 0; overflow-wrap: anywhere; }
  .shade-0 { background: #f9c9a0; }
  .shade-1 { background: #fbe3c8; }
  .shade-2 { background: #eeeeee; }
  .shade-3 { background: #d5e4f7; }
  .shade-4 { background: #a9cbf2; }
`;

function page({ tables, provenance }: TableDocument): string {
  const title = tables.find((table) => table.title !== undefined)?.title;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title ?? 'Milepost')}</title>
<style>${style}</style>
</head>
<body>
${tables.map(readable).map(grid).join('')}${provenance === undefined ? '' : about(provenance)}</body>
</html>
`;
}

function grid(table: Table): string {
  const { title, columns, rows, notes, forRelease = false } = table;
  const explained = marksIn(table, forRelease);
  return `${explained.map((line) => `<p>${content(line)}</p>\n`).join('')}<table>
${[
  ...(title === undefined ? [] : [`<caption>${content(title)}</caption>`]),
  '<thead>',
  line(columns.map(heading)),
  '</thead>',
  '<tbody>',
  ...rows.map((row) => line(columns.map((column, at) => written(row[at], column, forRelease)))),
  '</tbody>',
].join('\n')}
</table>
${notes.map((note) => `<p>${content(note)}</p>\n`).join('')}`;
}

function about(provenance: Provenance): string {
  const lines = provenanceLines(provenance).map(
    ([name, value]) => `<dt>${escaped(name)}</dt><dd>${content(value)}</dd>\n`,
  );
  return `<section>\n<h2>About</h2>\n<dl>\n${lines.join('')}</dl>\n</section>\n`;
}

function line(cells: readonly string[]): string {
  return `<tr>${cells.join('')}</tr>`;
}

function heading(column: Column): string {
  return `<th scope="col"${classes(column)}>${escaped(safeText(column.title))}</th>`;
}

function written(cell: TableCell | undefined, column: Column, forRelease: boolean): string {
  const tag = column.kind === 'label' ? 'th' : 'td';
  const scope = tag === 'th' ? ' scope="row"' : '';
  if (cell?.kind === 'text')
    return `<${tag}${scope}${classes(column)}>${content(safeText(cell.text))}</${tag}>`;
  if (cell?.kind === 'number') {
    const { band, isClass = false } = cell;
    const named = band === undefined ? '' : ` data-band="${escaped(band.label)}"`;
    return `<${tag}${scope}${classes(column, isClass || band === undefined ? undefined : `shade-${shade(band)}`)}${named}>${cellFigure(cell, column)}</${tag}>`;
  }
  const absence = absenceOf(cell?.why);
  if (absence !== undefined && forRelease) {
    return `<${tag}${scope}${classes(column)}>${content(absence.shorthand)}</${tag}>`;
  }
  const said =
    absence === undefined
      ? ''
      : ` data-absent="${escaped(absence.mark)}" title="${escaped(absence.meaning)}"`;
  return `<${tag}${scope}${classes(column)}${said}></${tag}>`;
}

function classes(column: Column, extra?: string): string {
  const figure = column.kind === 'label' || column.kind === 'text' ? undefined : 'figure';
  const names = [figure, extra].filter((name) => name !== undefined);
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
}
