import { textOf } from '../../../finding/catalogue.js';
import type { Finding, Place } from '../../../finding/finding.js';
import { columnLetter } from '../../../finding/words.js';
import type { OpenedTable, RawRow, Rejected } from '../../../intake/batch.js';
import type { SourceCell } from '../../../intake/columns/layout.js';
import { rejectColumns } from '../../../intake/columns/reject-columns.js';
import { shownCell } from '../../../intake/rows/special-cells.js';
import { plainText } from '../../../response/texts/safe-text.js';

/**
 * Refused rows as they came, under the headings that they came with; every row is a list of texts, without what protects
 * them from being run as formulas.
 */
export interface RejectTable {
  readonly headings: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

interface RejectedRow extends Rejected {
  readonly row: RawRow;
}

/**
 * Refused rows to be mended and read again: one table for each kind of heading, with columns that say the response's id,
 * where the row stood, and why it was refused, which intake knows and passes over. Without a refused row it is one table
 * that says so by having none.
 */
export function rejectTables(
  rejected: readonly Rejected[],
  opened: readonly OpenedTable[],
): readonly RejectTable[] {
  const tables = new Map<string, RejectedRow[]>();
  for (const { row, ...reject } of rejected) {
    if (row === undefined) continue;
    const { flavour, headings } = row.table;
    const key = JSON.stringify([flavour, headings.map(({ cells }) => cells)]);
    const known = tables.get(key);
    if (known === undefined) tables.set(key, [{ ...reject, row }]);
    else known.push({ ...reject, row });
  }
  const made = [...tables.values()].flatMap((rows) => {
    const [first] = rows;
    return first === undefined ? [] : [tableOf(first.row.table, rows)];
  });
  if (made.length > 0) return made;
  const [first] = opened;
  return [first === undefined ? { headings: [[...rejectColumns]], rows: [] } : tableOf(first, [])];
}

function tableOf(source: OpenedTable, rejected: readonly RejectedRow[]): RejectTable {
  const width = Math.max(
    ...source.headings.map(({ cells }) => cells.length),
    ...rejected.map(({ row }) => row.cells.length),
  );
  const padded = (cells: readonly string[]) => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => ''),
  ];
  const last = source.headings.length - 1;
  const textOfCell = (cell: SourceCell) =>
    source.areProtected ? plainText(shownCell(cell)) : shownCell(cell);
  return {
    headings: source.headings.map(({ cells }, index) => [
      ...padded(cells.map(textOfCell)),
      ...rejectColumns.map((name) => (index === last ? name : '')),
    ]),
    rows: rejected.map(({ row, place, ...reject }) => [
      ...padded(row.cells.map(textOfCell)),
      row.id,
      whereOf(place),
      whyOf(reject),
    ]),
  };
}

/** `file.csv:17`, `file.csv:17:C` of a turned table, `returns.xlsx!Data!17`. */
export function whereOf({ file, cell }: Place): string {
  if (cell === undefined) return file;
  const column = cell.column === undefined ? '' : columnLetter(cell.column);
  if (cell.sheet !== undefined) return `${file}!${cell.sheet}!${column}${cell.line}`;
  return column === '' ? `${file}:${cell.line}` : `${file}:${cell.line}:${column}`;
}

/** What is wrong with a row, and with which of its cells. */
export function whyOf({ findings, told, because }: Pick<Rejected, 'findings' | 'told' | 'because'>): string {
  const all = told === undefined ? findings : [told, ...findings];
  return all.length === 0 ? because : all.map(reasonOf).join('; ');
}

function reasonOf(found: Finding): string {
  const { cell } = found;
  const at = cell?.column === undefined ? '' : `${columnLetter(cell.column)}${cell.line}: `;
  return `${at}${textOf(found)}`;
}
