import { type LedgerDocument, ledgerJson } from '../../export/intake/ledger-json.js';
import { mapDraft } from '../../export/intake/map-draft.js';
import type { OpenedTable } from '../../intake/batch.js';
import { writeWhole } from '../files/files.js';
import type { Host } from '../host.js';

export function writeLedger(file: string, document: LedgerDocument, host: Host): void {
  writeWhole(host.cwd, file, [ledgerJson(document)]);
}

export function writeMapDraft(file: string, tables: readonly OpenedTable[], host: Host): void {
  writeWhole(host.cwd, file, [mapDraft(tables)]);
}
