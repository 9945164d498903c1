/** Rows of cells. */
export type Table = readonly (readonly string[])[];

export const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Cuts a text into cells, as simply as can be: a quote that opens a cell goes on to the next single one. It is written
 * apart from the reader that it is held against, and does not know where a text is faulty.
 */
export function tableIn(text: string, delimiter: string, lineEnd: RegExp = /^(?:\r\n|\n)/): Table {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
      continue;
    }
    const end = sign === '\r' || sign === '\n' ? lineEnd.exec(text.slice(at, at + 2)) : null;
    if (sign === '"' && cell === '') quoted = true;
    else if (sign === delimiter) {
      row.push(cell);
      cell = '';
    } else if (end !== null) {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += end[0].length - 1;
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** How a table is written down as text. */
export interface Dialect {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly quotesAll: boolean;
  readonly hint: boolean;
  readonly ends: boolean;
}

export function csvOf(table: Table, { delimiter, lineEnd, quotesAll, hint, ends }: Dialect): string {
  const cellOf = (cell: string) =>
    quotesAll || /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = table.map((row) => row.map(cellOf).join(delimiter));
  return [...(hint ? [`sep=${delimiter}`] : []), ...lines].join(lineEnd) + (ends ? lineEnd : '');
}
