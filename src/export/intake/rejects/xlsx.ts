import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import { mostCharacters, workbookText } from '../../workbook/workbook-text.js';
import { withFixedDates } from '../../workbook/zip-dates.js';
import type { RejectTable } from './tables.js';

/** How many rows a sheet can have. */
const mostRows = 1_048_576;

/** The workbook, or what keeps the rejects from being one. */
export type RejectsWorkbook =
  | { readonly content: Uint8Array; readonly unfit?: undefined }
  | { readonly content?: undefined; readonly unfit: string };

/** Tables of rejects as an xlsx workbook, a sheet each. Every cell is a text, which stays as it is typed and is never run. */
export async function rejectsXlsx(tables: readonly RejectTable[]): Promise<RejectsWorkbook> {
  const unfit = tables.map(unfitIn).find((why) => why !== undefined);
  if (unfit !== undefined) return { unfit };
  const sheets = tables.map(({ headings, rows }, index) => ({
    sheet: index === 0 ? 'Rejects' : `Rejects ${index + 1}`,
    data: [
      ...headings.map((row) => row.map((text) => cellOf(text, 'bold'))),
      ...rows.map((row) => row.map((text) => cellOf(text))),
    ],
    stickyRowsCount: headings.length,
  }));
  return { content: withFixedDates(await writeXlsxFile(sheets, { fontSize: 10 }).toBuffer()) };
}

function unfitIn({ headings, rows }: RejectTable): string | undefined {
  if (headings.length + rows.length > mostRows) {
    return `there are ${rows.length.toLocaleString('en-GB')} rejects, more than a sheet has rows`;
  }
  const isLong = rows.some((row) => row.some((text) => workbookText(text).length > mostCharacters));
  return isLong
    ? `a text has more than ${mostCharacters.toLocaleString('en-GB')} characters, which no cell holds`
    : undefined;
}

/** As text, so that `2-3` stays no date and `=1` no formula, now and when somebody mends it. */
function cellOf(text: string, weight?: 'bold'): CellObject {
  const style = { format: '@', ...(weight === undefined ? {} : { fontWeight: weight }) };
  return text === '' ? { ...style, type: String } : { ...style, type: String, value: workbookText(text) };
}
