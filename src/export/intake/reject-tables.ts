import { textOf } from '../../finding/catalogue.js';
import type { Finding } from '../../finding/finding.js';
import { columnLetter } from '../../finding/words.js';
import type { OpenedTable, RawRow, Rejected } from '../../intake/batch.js';
import { rejectColumns } from '../../intake/columns/reject-columns.js';
import { shownCell } from '../../intake/rows/special-cells.js';

/** Refused rows as they came, under the headings that they came with; every row is a list of texts. */
export interface RejectTable {
  readonly source: OpenedTable;
  readonly headings: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

interface RejectedRow extends Rejected {
  readonly row: RawRow;
}

/**
 * Refused rows to be mended and read again: one table for each kind of heading, with columns that say the response's id,
 * where the row stood, and why it was refused, which intake knows and passes over.
 */
export function rejectTables(rejected: readonly Rejected[]): readonly RejectTable[] {
  const tables = new Map<string, RejectedRow[]>();
  for (const { row, ...reject } of rejected) {
    if (row === undefined) continue;
    const { flavour, headings } = row.table;
    const key = JSON.stringify([flavour, headings.map(({ cells }) => cells)]);
    const known = tables.get(key);
    if (known === undefined) tables.set(key, [{ ...reject, row }]);
    else known.push({ ...reject, row });
  }
  return [...tables.values()].flatMap((rows) => {
    const [first] = rows;
    return first === undefined ? [] : [tableOf(first.row.table, rows)];
  });
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
  return {
    source,
    headings: source.headings.map(({ cells }, index) => [
      ...padded(cells.map(shownCell)),
      ...rejectColumns.map((name) => (index === last ? name : '')),
    ]),
    rows: rejected.map(({ row, place, findings, because }) => [
      ...padded(row.cells.map(shownCell)),
      row.id,
      whereOf(place, row.table),
      findings.length === 0 ? because : findings.map(reasonOf).join('; '),
    ]),
  };
}

function whereOf({ file, cell }: Rejected['place'], { sheet }: OpenedTable): string {
  const column = cell?.column === undefined ? '' : columnLetter(cell.column);
  const line = cell === undefined ? '' : column === '' ? cell.line : `${cell.line}:${column}`;
  return sheet === undefined ? `${file}:${line}` : `${file}!${sheet}!${line}`;
}

function reasonOf(found: Finding): string {
  const { cell } = found;
  const at = cell?.column === undefined ? '' : `${columnLetter(cell.column)}${cell.line}: `;
  return `${at}${textOf(found)}`;
}
