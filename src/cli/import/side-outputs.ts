import { type LedgerDocument, ledgerJson } from '../../export/intake/ledger-json.js';
import { mapDraft } from '../../export/intake/map-draft.js';
import type { OpenedTable } from '../../intake/batch.js';
import { writeWhole } from '../files/files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';

/** Refuses a name that says other than what is written. */
export function checkLedgerFile(file: string): void {
  if (/\.json$/i.test(file)) return;
  throw new UsageError(`${file}: the ledger is written as JSON`, 'Name a file that ends in .json.');
}

/** The same of the draft of a map. */
export function checkMapFile(file: string): void {
  if (/\.ya?ml$/i.test(file)) return;
  throw new UsageError(`${file}: a map is written as YAML`, 'Name a file that ends in .yaml.');
}

export function writeLedger(file: string, document: LedgerDocument, host: Host): void {
  writeWhole(host.cwd, file, [ledgerJson(document)]);
}

export function writeMapDraft(file: string, tables: readonly OpenedTable[], host: Host): void {
  writeWhole(host.cwd, file, [mapDraft(tables)]);
}
