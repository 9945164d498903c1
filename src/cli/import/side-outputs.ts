import { stringify } from 'csv-stringify/sync';
import { type LedgerDocument, type LedgerFile, ledgerJson } from '../../export/intake/ledger-json.js';
import { mapDraft } from '../../export/intake/map-draft.js';
import { type RejectTable, rejectTables } from '../../export/intake/reject-tables.js';
import type { OpenedTable, Rejected } from '../../intake/batch.js';
import { decimalOf } from '../../response/plain-values.js';
import { safeText } from '../../response/safe-text.js';
import { writeWhole } from '../files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import { digester } from './digests.js';

export function writeLedger(file: string, document: LedgerDocument, host: Host): void {
  writeWhole(host.cwd, file, [ledgerJson(document)]);
}

export function writeMapDraft(file: string, tables: readonly OpenedTable[], host: Host): void {
  writeWhole(host.cwd, file, [mapDraft(tables)]);
}

/** Writes refused rows to be mended: a file for each kind of table, the second one being `rejects-2.csv`. */
export function writeRejects(file: string, rejected: readonly Rejected[], host: Host): readonly LedgerFile[] {
  const ending = /\.csv$/i.exec(file);
  if (ending === null) {
    throw new UsageError(`${file}: rejects are written as CSV`, 'Name a file that ends in .csv.');
  }
  const tables = rejectTables(rejected);
  return tables.map((table, index) => {
    const name = index === 0 ? file : `${file.slice(0, ending.index)}-${index + 1}${ending[0]}`;
    const text = csvOf(table);
    writeWhole(host.cwd, name, [text]);
    const { add, done } = digester(name);
    add(text);
    return done();
  });
}

function csvOf({ headings, rows }: RejectTable): string {
  const safe = (cell: string) => (decimalOf(cell) === undefined ? safeText(cell) : cell);
  return stringify([...headings, ...rows].map((row) => row.map(safe)));
}
