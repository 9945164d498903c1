import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import { columnLetter } from '../../../../finding/words.js';
import { type Provenance, provenanceLines } from '../../../provenance/provenance.js';
import { widest, wrap } from '../../../text/width.js';
import { fitWidth } from '../../../workbook/fit-width.js';
import { distinctHeadings, type MarkedTable, markedTables } from '../../../workbook/marked-tables.js';
import { printTitles } from '../../../workbook/print-titles.js';
import { documentProperties } from '../../../workbook/properties.js';
import { sheetNames } from '../../../workbook/sheet-names.js';
import { mostCharacters, workbookText } from '../../../workbook/workbook-text.js';
import { withFixedDates } from '../../../workbook/zip-dates.js';
import { markAmongBlanks, marksIn } from '../../absence.js';
import { readable } from '../../readable.js';
import type { Shade } from '../../shade.js';
import type { Column, Table, TableCell } from '../../table.js';
import type { TableDocument } from '../../table-document.js';
import { exceptionFormula, heatExceptions, heatFormulas, heatRanges } from './heat.js';

/** Grounds from the lowest band's to the highest's; the ink on them is dark enough on each. */
const grounds: Readonly<Record<Shade, string>> = {
  0: '#F9C9A0',
  1: '#FBE3C8',
  2: '#EEEEEE',
  3: '#D5E4F7',
  4: '#A9CBF2',
};
/** Of a figure in no band. */
const noGround = '#FFFFFF';
const heading = {
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'bottom',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#1A1A1A',
} as const;
const title = { fontSize: 14, fontWeight: 'bold' } as const;

const narrowest = 9;
const broadest = 40;
/** Of the values on the sheet about what figures were made of. */
const aboutWidth = 110;
/** Of the bold letters that columns are named in, in points. */
const lineHeight = 14;

/** How much higher the first row is, so that the line over it, and what stays in sight above, leave its figures whole. */
const underLine = 2;

type Row = (CellObject | null)[];

/** Tables as an xlsx workbook, a sheet each, and a sheet about what they were made of. The same tables give the same bytes. */
export async function tableWorkbook({ tables: made, provenance }: TableDocument): Promise<Uint8Array> {
  const tables = made.map(readable);
  const titles = tables.map((table, at) => table.title ?? `Table ${at + 1}`);
  const names = sheetNames([
    ...tables.map(({ name }, at) => name ?? titles[at] ?? ''),
    ...(provenance === undefined ? [] : ['About']),
  ]);
  const laid = tables.map((table, at) => tableSheet(table, names[at] ?? titles[at] ?? '', at));
  const about = provenance === undefined ? [] : [aboutSheet(provenance, names.at(-1) ?? 'About')];
  const all = [...laid.map(({ sheet }) => sheet), ...about];
  const widths = all.map(({ columns }) => columns.reduce((sum, { width }) => sum + width, 0));
  const options = {
    fontFamily: 'Arial',
    fontSize: 10,
    features: [
      documentProperties(titles[0] ?? 'Milepost', 'en'),
      fitWidth(widths),
      markedTables(laid.map(({ marked }) => marked)),
      printTitles(laid.map(({ titles }) => titles)),
    ],
  };
  return withFixedDates(await writeXlsxFile(all, options).toBuffer());
}

function tableSheet(table: Table, sheet: string, place: number) {
  const { title: caption, columns, rows, notes, forRelease = false } = table;
  const explained = marksIn(table, forRelease, markAmongBlanks);
  // Its title, what marks in it mean, and the names of its columns.
  const above = 2 + explained.length;
  const headings = distinctHeadings(columns.map((column) => column.title));
  const widths = columns.map((column, at) => widthOf(column, rows, at));
  const lines = headings.map((text, at) => wrap(text, (widths[at] ?? narrowest) - 2).length);
  const height = Math.max(1, ...lines) * lineHeight;
  // The first rule that is true of a cell holds.
  const exceptions = heatExceptions(rows).map((exception) => {
    const at = { row: exception.row + above + 1, column: exception.column + 1 };
    return {
      cellRange: { from: at, to: at },
      condition: { formula: exceptionFormula(exception, at.row) },
      style: { backgroundColor: exception.shade === undefined ? noGround : grounds[exception.shade] },
    };
  });
  const ranges = heatRanges(rows, columns.length).flatMap((range) =>
    heatFormulas(range, range.rows.from + above + 1).map(({ formula, shade }) => ({
      cellRange: {
        from: { row: range.rows.from + above + 1, column: range.columns.from + 1 },
        to: { row: range.rows.to + above + 1, column: range.columns.to + 1 },
      },
      condition: { formula },
      style: { backgroundColor: grounds[shade] },
    })),
  );
  const heat = [...exceptions, ...ranges];
  const labels = columns.findIndex(({ kind }) => kind !== 'label');
  const data: Row[] = [
    [written(caption ?? sheet, title)],
    ...explained.map((line) => [written(line, {})]),
    columns.map((column, at) =>
      written(headings[at] ?? column.title, { ...heading, height, ...alignmentOf(column) }),
    ),
    ...rows.map((row, nth) => {
      const cells = columns.map((column, at) => cellOf(row[at], column, forRelease));
      return nth === 0 ? cells.map((cell) => cell && { ...cell, height: lineHeight + underLine }) : cells;
    }),
    [],
    ...notes.map((note) => [written(note, {})]),
  ];
  const made = {
    sheet,
    data,
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape' as const,
    stickyRowsCount: above,
    stickyColumnsCount: Math.max(0, labels),
    // The library cannot write a list of no rules.
    ...(heat.length === 0 ? {} : { conditionalFormatting: heat }),
  };
  return {
    sheet: made,
    marked: markedTable(table, place, above, headings),
    titles: { sheet, columns: Math.max(0, labels), rows: { from: above, to: above } },
  };
}

/** What on a sheet is its table, from its headings on; a table of no rows is none to a spreadsheet. */
function markedTable(
  { name = 'scores', rows }: Table,
  place: number,
  above: number,
  headings: readonly string[],
): MarkedTable | undefined {
  if (headings.length === 0 || rows.length === 0) return undefined;
  return {
    name: `table_${place + 1}_${name.replace(/\W/g, '_')}`,
    range: `A${above}:${columnLetter(headings.length)}${above + rows.length}`,
    headings: headings.map(workbookText),
  };
}

function aboutSheet(provenance: Provenance, sheet: string) {
  const lines = provenanceLines(provenance);
  return {
    sheet,
    data: [
      [written('About', title)],
      ...lines.map(
        ([name, value]): Row => [
          written(name, { fontWeight: 'bold', alignVertical: 'top' }),
          written(value, {
            wrap: true,
            alignVertical: 'top',
            height: wrap(value, aboutWidth - 10).length * lineHeight,
          }),
        ],
      ),
    ],
    columns: [{ width: 16 }, { width: aboutWidth }],
    orientation: 'landscape' as const,
  };
}

function cellOf(cell: TableCell | undefined, column: Column, forRelease: boolean): CellObject | null {
  if (cell?.kind === 'text') return written(cell.text, alignmentOf(column));
  if (cell?.kind === 'number') {
    return { type: Number, value: cell.value, format: formatOf(column, cell.digits) };
  }
  const mark = markAmongBlanks(cell?.why, forRelease);
  return mark === '' ? null : written(mark, alignmentOf(column));
}

/** A text is a text, whatever it looks like: `=1` no formula, `2-3` no date. */
function written(text: string, style: Partial<CellObject>): CellObject {
  const whole = workbookText(text);
  return {
    ...style,
    type: String,
    value: whole.length > mostCharacters ? whole.slice(0, mostCharacters) : whole,
  };
}

function formatOf({ kind, digits: usual = 0 }: Column, digits = usual): string {
  return kind === 'count' || digits === 0 ? '0' : `0.${'0'.repeat(digits)}`;
}

function widthOf(column: Column, rows: readonly (readonly TableCell[])[], at: number): number {
  const texts = rows.flatMap((row) => (row[at]?.kind === 'text' ? [row[at].text] : []));
  const words = column.title.split(' ');
  return Math.min(broadest, Math.max(narrowest, widest([...texts, ...words]) + 2));
}

/** A text behind a figure keeps off it. */
function alignmentOf({ kind }: Column): Partial<CellObject> {
  if (kind === 'label') return { align: 'left' };
  return kind === 'text' ? { align: 'left', indent: 1 } : { align: 'right' };
}
