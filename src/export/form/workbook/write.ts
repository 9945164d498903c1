import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import { textDirection } from '../../text/text-direction.js';
import { mostCharacters, workbookText } from '../../workbook/workbook-text.js';
import { withFixedDates } from '../../workbook/zip-dates.js';
import type { Form } from '../form.js';
import type { WrittenForm } from '../form-format.js';
import { formFeatures } from './features.js';
import type { Cell, FormLayout, Row, Sheet } from './layout.js';
import { listsOf } from './lists.js';
import { highlight, looks } from './looks.js';
import { makeLayout } from './make-layout.js';
import { rowHeight } from './row-height.js';

/** The form as an xlsx workbook. The same form gives the same bytes. */
export async function workbook(form: Form): Promise<WrittenForm> {
  const layout = makeLayout(form);
  const long = overlong(layout);
  if (long === undefined) return { content: await writeLayout(layout) };
  return {
    unfit: `${long} has more than ${mostCharacters.toLocaleString('en-GB')} characters, which no cell holds`,
  };
}

/** What the first text is that is too long for a cell. */
function overlong({ sheets }: FormLayout): string | undefined {
  for (const { name, rows } of sheets) {
    for (const cell of rows.flat()) {
      if (cell?.content.kind !== 'text' || workbookText(cell.content.text).length <= mostCharacters) continue;
      return cell.reads === undefined ? `a text on the sheet “${name}”` : `\`${cell.reads.target}\``;
    }
  }
  return undefined;
}

async function writeLayout(layout: FormLayout): Promise<Uint8Array> {
  const lists = listsOf(layout.sheets);
  const sheets = [...layout.sheets, lists.sheet];
  const rightToLeft = textDirection(layout.language) === 'rtl';
  const features = formFeatures({ ...layout, sheets }, lists);
  const options = { fontFamily: 'Arial', fontSize: 10, features: [...features] };
  return withFixedDates(
    await writeXlsxFile(
      sheets.map((sheet) => written(sheet, rightToLeft)),
      options,
    ).toBuffer(),
  );
}

function written({ name, widths, rows, frozen, highlights, hidden }: Sheet, rightToLeft: boolean) {
  return {
    sheet: name,
    data: rows.map((cells) => writtenRow(cells, hidden ? undefined : rowHeight(cells, widths))),
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape' as const,
    ...(hidden ? {} : { showGridLines: false, rightToLeft }),
    ...(frozen === undefined ? {} : { stickyRowsCount: frozen.rows, stickyColumnsCount: frozen.columns }),
    ...(highlights.length === 0
      ? {}
      : {
          conditionalFormatting: highlights.map(({ from, to, formula }) => ({
            cellRange: {
              from: { row: from.row + 1, column: from.column + 1 },
              to: { row: to.row + 1, column: to.column + 1 },
            },
            condition: { formula },
            style: highlight,
          })),
        }),
  };
}

function writtenRow(cells: Row, height: number | undefined): (CellObject | null)[] {
  return cells.map((cell) => {
    const made = writtenCell(cell);
    return made === null || height === undefined ? made : { ...made, height };
  });
}

function writtenCell(cell: Cell | undefined): CellObject | null {
  if (cell === undefined) return null;
  const { content, span } = cell;
  const reach = span === undefined ? {} : { columnSpan: span, wrap: true };
  const style = { ...looks[cell.look], ...formatOf(cell), ...reach };
  switch (content.kind) {
    case 'blank':
      return { ...style, type: style.format === '@' ? String : Number };
    case 'text':
      return { ...style, type: String, value: workbookText(content.text) };
    case 'number':
      return { ...style, type: Number, value: content.value };
    case 'date':
      return { ...style, type: Number, value: serial(content.date) };
    case 'formula':
      return { ...style, type: 'Formula', value: content.formula };
  }
}

/** As text, so that what is typed stays as it is typed: `2-3` no date, `=1` no formula. Numbers and dates are their own. */
function formatOf({ content, reads }: Cell): { readonly format?: string } {
  const check = reads?.check;
  if (check === undefined || content.kind === 'formula') return {};
  if (content.kind === 'text') return { format: '@' };
  if (check.kind === 'date') return { format: 'yyyy-mm-dd' };
  return check.kind === 'number' ? {} : { format: '@' };
}

/** A date as a workbook counts it: in days from 30 December 1899. */
function serial(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
}
