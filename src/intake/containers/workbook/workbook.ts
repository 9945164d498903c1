import type { Buffer } from 'node:buffer';
import { type Finding, finding } from '../../../finding/finding.js';
import { type Batch, emptyBatch } from '../../batch.js';
import { collected } from '../../bytes/collected.js';
import type { Session, SourceFile } from '../../session.js';
import type { Book } from './book.js';
import { readForm } from './form.js';
import { formSheet } from './form-sheet.js';
import { isEncryptedOle, isRead, oleKind, packedKind } from './kind.js';
import { bookOfOle, bookOfParts } from './library.js';
import { odsCells } from './ods.js';
import { isToCarryOver, readOlderForm } from './older-form.js';
import { readTables } from './tables.js';
import { unzip, type ZipEntry, type ZipFault, zipEntries } from './unzip.js';
import { xlsxCells } from './xlsx.js';

const megabyte = 1 << 20;
/** What is read of a workbook: as it is sent, unpacked, and of its cells, blank ones that are written down too. */
const mostPacked = 64 * megabyte;
const mostUnpacked = 200 * megabyte;
const mostCells = 4_000_000;

/** A workbook that was opened, and what is to be said of it. */
interface Opened {
  readonly book: Book;
  readonly findings: readonly Finding[];
}

/** Reads a workbook: our own form, or sheets of tables. The whole of it is held, within limits. */
export async function* readWorkbook(
  session: Session,
  file: SourceFile,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Batch> {
  const bytes = await collected(chunks, mostPacked);
  if (bytes === undefined) {
    yield { ...emptyBatch(file.name), findings: [tooLarge(file, mostPacked)] };
    return;
  }
  const opened = openBook(file, bytes);
  if ('rule' in opened) {
    yield { ...emptyBatch(file.name), findings: [opened] };
    return;
  }
  const { book, findings } = opened;
  const form = formSheet(book);
  if (findings.length > 0) yield { ...emptyBatch(file.name), findings };
  if (form === undefined) yield* readTables(session, file, book);
  else if (isToCarryOver(session, file, form)) yield readOlderForm(session, file, book, form);
  else yield readForm(session, file, book, form);
}

function openBook(file: SourceFile, bytes: Buffer): Opened | Finding {
  try {
    const opened = bytes[0] === 0x50 ? openZip(file, bytes) : openOle(file, bytes);
    if ('rule' in opened) return opened;
    const broken = opened.book.sheets.find((sheet) => sheet.broken);
    return broken === undefined ? opened : unreadable(file, `its sheet ${broken.name} is damaged`);
  } catch (error) {
    // The library throws what it cannot read, in words of its own.
    const words = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(words)) return finding('workbook-encrypted', { file: file.name }, {});
    return unreadable(file, 'it is damaged, or of a kind that is not known');
  }
}

function openZip(file: SourceFile, bytes: Buffer): Opened | Finding {
  const entries = zipEntries(bytes);
  if (entries === undefined)
    return unreadable(file, 'its end is missing, as of a file that was not sent whole');
  const kind = packedKind(entries, mimetypeOf(bytes, entries));
  if (typeof kind === 'object') return finding('not-a-workbook', { file: file.name }, { found: kind.other });
  const parts = unzip(
    bytes,
    entries.filter((entry) => isRead(kind, entry)),
    mostUnpacked,
  );
  if ('kind' in parts) return zipFinding(file, parts);
  const cells = kind === 'ods' ? odsCells(parts) : xlsxCells(parts, mostCells);
  if (cells > mostCells) {
    const what = `${cells.toLocaleString('en-GB')} cells`;
    return finding('workbook-too-large', { file: file.name }, { what });
  }
  const has = (path: RegExp) => entries.some((entry) => path.test(entry.path));
  const findings = [
    ...(has(/^xl\/vbaProject\.bin$|^Basic\//i) ? [finding('workbook-macros', { file: file.name }, {})] : []),
    ...(has(/^xl\/externalLinks\//i) ? [finding('workbook-links', { file: file.name }, {})] : []),
  ];
  const book = bookOfParts(kind, parts);
  // A text is unpacked once, and may be in a million cells.
  const characters = book.sheets.reduce((sum, sheet) => sum + sheet.characters, 0);
  return characters > mostUnpacked ? tooLarge(file, mostUnpacked) : { book, findings };
}

function openOle(file: SourceFile, bytes: Buffer): Opened | Finding {
  if (isEncryptedOle(bytes)) return finding('workbook-encrypted', { file: file.name }, {});
  const found = oleKind(bytes);
  if (found !== undefined) return finding('not-a-workbook', { file: file.name }, { found });
  const { book, macros } = bookOfOle(bytes);
  return { book, findings: macros ? [finding('workbook-macros', { file: file.name }, {})] : [] };
}

/** What an OpenDocument file says that it is. */
function mimetypeOf(bytes: Buffer, entries: readonly ZipEntry[]): string | undefined {
  const parts = unzip(
    bytes,
    entries.filter(({ path }) => path === 'mimetype'),
    1000,
  );
  return 'kind' in parts ? undefined : parts.get('mimetype')?.toString('latin1');
}

function zipFinding(file: SourceFile, fault: ZipFault): Finding {
  switch (fault.kind) {
    case 'broken':
      return unreadable(file, fault.detail);
    case 'encrypted':
      return finding('workbook-encrypted', { file: file.name }, {});
    case 'too large':
      return tooLarge(file, mostUnpacked);
  }
}

function tooLarge({ name }: SourceFile, most: number): Finding {
  const what = `over ${most / megabyte} MB`;
  return finding('workbook-too-large', { file: name }, { what });
}

function unreadable({ name }: SourceFile, detail: string): Finding {
  return finding('workbook-unreadable', { file: name }, { detail });
}
