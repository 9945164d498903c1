import { markOf, marksIn } from '../../tables/absence.js';
import type { TableCell } from '../../tables/table.js';
import { content, escaped } from '../../text/html-text.js';
import { shownFigure } from '../model/figure-text.js';
import type { Report, ReportColumn, ReportTable } from '../model/report.js';
import { heatClass } from './style.js';
import { htmlWords } from './words.js';

/** From so many characters on a text takes more room; in a heading, and in what a row is about. */
const longText = 60;
const longTitle = 24;

type Looks = Pick<Report, 'language' | 'forRelease'>;

/** A table that scrolls by itself where it is wider than the page. */
export function htmlTable(table: ReportTable, looks: Looks): string {
  const { id, caption } = table;
  const notes = [
    ...marksIn(table, looks.forRelease).map((each) => `${content(each)}.`),
    ...table.notes.map((note) => htmlWords(note, looks.language)),
  ];
  return `<div class="scroll" role="region" aria-labelledby="caption-${id}" tabindex="0">
<table id="table-${id}"${table.groupedBy === undefined ? '' : ' role="table" class="grouped"'}>
<caption id="caption-${id}"><span>${htmlWords(caption, looks.language)}</span></caption>
${table.groupedBy === undefined ? plainRows(table, looks) : groupedRows(table, looks)}
</table>
</div>
${notes.length === 0 ? '' : `<ul class="notes">${notes.map((note) => `<li>${note}</li>`).join('')}</ul>\n`}`;
}

function plainRows({ columns, rows, own }: ReportTable, looks: Looks): string {
  return `<thead><tr>${columns.map(heading).join('')}</tr></thead>
<tbody>
${rows.map((row, at) => `<tr${at === own ? ' class="own"' : ''}>${columns.map((column, i) => written(row[i], column, looks)).join('')}</tr>`).join('\n')}
</tbody>`;
}

/** Rows below the text that they share. On a narrow screen each is a list, so that its cells say what they are. */
function groupedRows({ columns, rows }: ReportTable, looks: Looks): string {
  const [by, ...others] = columns;
  const groups = new Map<string, (readonly TableCell[])[]>();
  for (const [first, ...row] of rows) {
    const name = first?.kind === 'text' ? first.text : '';
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const bodies = [...groups].map(
    ([name, own]) => `<tbody role="rowgroup">
<tr role="row" class="group"><th scope="rowgroup" role="rowheader" data-key="${escaped(by?.key ?? '')}" colspan="${others.length}" dir="auto">${content(name)}</th></tr>
${own.map((row) => `<tr role="row">${others.map((column, i) => saying(written(row[i], column, looks), column)).join('')}</tr>`).join('\n')}
</tbody>`,
  );
  return `<thead role="rowgroup"><tr role="row">${others.map((column) => heading(column).replace('<th', '<th role="columnheader"')).join('')}</tr></thead>
${bodies.join('\n')}`;
}

/** A cell with its role, and the title of its column where the head is not shown. */
function saying(cell: string, { kind, title }: ReportColumn): string {
  const role = kind === 'label' ? 'rowheader' : 'cell';
  return cell.replace(/^<(t[hd])/, `<$1 role="${role}" data-title="${escaped(title)}"`);
}

function heading({ key, title, kind }: ReportColumn): string {
  const looks = [...(isFigure(kind) ? ['figure'] : []), ...(title.length >= longTitle ? ['long'] : [])];
  const named = looks.length === 0 ? '' : ` class="${looks.join(' ')}"`;
  return `<th scope="col" data-key="${escaped(key)}"${named} dir="auto">${escaped(title)}</th>`;
}

function written(cell: TableCell | undefined, column: ReportColumn, { forRelease }: Looks): string {
  const { kind } = column;
  if (kind === 'label') {
    const text = cell?.kind === 'text' ? cell.text : '';
    return `<th scope="row"${text.length >= longTitle ? ' class="long"' : ''} dir="auto">${content(text)}</th>`;
  }
  if (cell === undefined || cell.kind === 'empty') {
    const text = markOf(cell?.why, forRelease);
    return `<td class="${isFigure(kind) ? 'figure ' : ''}absent">${text}</td>`;
  }
  if (cell.kind === 'text') {
    return isFigure(kind)
      ? `<td class="figure">${content(cell.text)}</td>`
      : `<td class="words${cell.text.length > longText ? ' long' : ''}" dir="auto">${content(cell.text)}</td>`;
  }
  if (cell.isClass === true && cell.band !== undefined)
    return `<td class="figure">${content(cell.band.label)}</td>`;
  const figure = shownFigure(cell.value, column);
  const colour = colourOf(cell);
  const band = cell.band === undefined ? '' : `<span class="band">${content(cell.band.label)}</span>`;
  return `<td class="figure${colour}">${figure}${band}</td>`;
}

function colourOf({ band, along }: Extract<TableCell, { kind: 'number' }>): string {
  if (band !== undefined) return ` ${heatClass(band.steps > 1 ? band.step / (band.steps - 1) : 1)}`;
  return along === undefined ? '' : ` ${heatClass(along)}`;
}

function isFigure(kind: ReportColumn['kind']): boolean {
  return kind !== 'label' && kind !== 'text';
}
