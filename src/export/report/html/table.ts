import { markOf, marksIn } from '../../absence.js';
import { content, escaped } from '../../html-text.js';
import type { TableCell } from '../../table.js';
import { shownFigure } from '../figure-text.js';
import type { Report, ReportColumn, ReportTable } from '../report.js';
import { heatClass } from './style.js';
import { htmlWords } from './words.js';

/** From so many characters on a text takes more room. */
const longText = 60;

type Looks = Pick<Report, 'language' | 'forRelease'>;

/** A table that scrolls by itself where it is wider than the page. */
export function htmlTable(table: ReportTable, looks: Looks): string {
  const { id, caption, columns, rows, own } = table;
  const notes = [
    ...marksIn(table, looks.forRelease).map((each) => `${content(each)}.`),
    ...table.notes.map((note) => htmlWords(note, looks.language)),
  ];
  return `<div class="scroll" role="region" aria-labelledby="caption-${id}" tabindex="0">
<table id="table-${id}">
<caption id="caption-${id}"><span>${htmlWords(caption, looks.language)}</span></caption>
<thead><tr>${columns.map(heading).join('')}</tr></thead>
<tbody>
${rows.map((row, at) => `<tr${at === own ? ' class="own"' : ''}>${columns.map((column, i) => written(row[i], column, looks)).join('')}</tr>`).join('\n')}
</tbody>
</table>
</div>
${notes.length === 0 ? '' : `<ul class="notes">${notes.map((note) => `<li>${note}</li>`).join('')}</ul>\n`}`;
}

function heading({ key, title, kind }: ReportColumn): string {
  const looks = isFigure(kind) ? ' class="figure"' : '';
  return `<th scope="col" data-key="${escaped(key)}"${looks} dir="auto">${escaped(title)}</th>`;
}

function written(cell: TableCell | undefined, column: ReportColumn, { forRelease }: Looks): string {
  const { kind } = column;
  if (kind === 'label')
    return `<th scope="row" dir="auto">${cell?.kind === 'text' ? content(cell.text) : ''}</th>`;
  if (cell === undefined || cell.kind === 'empty') {
    const text = markOf(cell?.why, forRelease);
    return `<td class="${isFigure(kind) ? 'figure ' : ''}absent">${text}</td>`;
  }
  if (cell.kind === 'text') {
    return isFigure(kind)
      ? `<td class="figure">${content(cell.text)}</td>`
      : `<td class="words${cell.text.length > longText ? ' long' : ''}" dir="auto">${content(cell.text)}</td>`;
  }
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
