import type { LedgerFile } from '../../export/intake/ledger-json.js';
import { rejectsCsv } from '../../export/intake/rejects/csv.js';
import { rejectsJsonl } from '../../export/intake/rejects/jsonl.js';
import { rejectTables } from '../../export/intake/rejects/tables.js';
import { and, count } from '../../finding/words.js';
import type { OpenedTable, Rejected } from '../../intake/batch.js';
import { writeWhole } from '../files/files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import { digester } from './digests.js';

/** What was written of the refused rows, and what is to be said of it. */
export interface WrittenRejects {
  readonly files: readonly LedgerFile[];
  readonly told: string;
}

/** A file of rejects by its name: what stands before its ending, and its format. */
interface RejectsFile {
  readonly name: string;
  readonly stem: string;
  readonly format: 'csv' | 'xlsx';
}

/** Says at once, before anything is read, whether a file of this name can be written. */
export function rejectsFile(name: string): RejectsFile {
  const match = /^(.*)\.(csv|xlsx)$/is.exec(name);
  const stem = match?.[1];
  if (stem === undefined) {
    throw new UsageError(
      `${name}: rejects are written as CSV or as a workbook`,
      'Name a file that ends in .csv or .xlsx.',
    );
  }
  return { name, stem, format: match?.[2]?.toLowerCase() === 'xlsx' ? 'xlsx' : 'csv' };
}

/**
 * Writes refused rows to be mended: as CSV a file for each kind of table, the second one being `rejects-2.csv`; in a
 * workbook a sheet each. What came as JSON goes to `rejects.jsonl`.
 */
export async function writeRejects(
  file: RejectsFile,
  rejected: readonly Rejected[],
  opened: readonly OpenedTable[],
  host: Host,
): Promise<WrittenRejects> {
  const contents = [...(await tableFiles(file, rejected, opened)), ...jsonFile(file, rejected)];
  const files = contents.map(({ name, content }) => {
    writeWhole(host.cwd, name, [content]);
    const { add, done } = digester(name);
    add(content);
    return done();
  });
  return { files, told: told(rejected) };
}

interface Content {
  readonly name: string;
  readonly content: string | Uint8Array;
}

async function tableFiles(
  { name, stem, format }: RejectsFile,
  rejected: readonly Rejected[],
  opened: readonly OpenedTable[],
): Promise<readonly Content[]> {
  const tables = rejectTables(rejected, opened);
  if (format === 'csv') {
    return tables.map((table, index) => ({
      name: index === 0 ? name : `${stem}-${index + 1}${name.slice(stem.length)}`,
      content: rejectsCsv(table),
    }));
  }
  // The library is loaded when a workbook is asked for, and only then.
  const { rejectsXlsx } = await import('../../export/intake/rejects/xlsx.js');
  const { content, unfit } = await rejectsXlsx(tables);
  if (content === undefined) throw new UsageError(`${name}: ${unfit}`, 'Write .csv instead.');
  return [{ name, content }];
}

function jsonFile({ stem }: RejectsFile, rejected: readonly Rejected[]): readonly Content[] {
  const content = rejectsJsonl(rejected);
  return content === '' ? [] : [{ name: `${stem}.jsonl`, content }];
}

/** Of what is neither a row nor a text: a form that is refused as a whole. */
function told(rejected: readonly Rejected[]): string {
  const forms = rejected.filter(
    ({ row, json, because }) => row === undefined && json === undefined && because !== 'same-file',
  );
  if (forms.length === 0) return '';
  const names = and(forms.map(({ place }) => place.file));
  return `${count(forms.length, 'form')} refused as a whole, and so not among the rejects: ${names}.\n`;
}
