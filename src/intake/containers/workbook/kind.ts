import { Buffer } from 'node:buffer';
import type { ZipEntry } from './unzip.js';

/** What a file is, by the names of what is packed in it: a workbook that is read, or something else in words. */
export type PackedKind = 'xlsx' | 'ods' | { readonly other: string };

const spreadsheet = 'application/vnd.oasis.opendocument.spreadsheet';

/** `mimetype` is what the part of this name says, which OpenDocument files begin with. */
export function packedKind(entries: readonly ZipEntry[], mimetype: string | undefined): PackedKind {
  const has = (start: string) => entries.some(({ path }) => path.startsWith(start));
  if (mimetype?.startsWith(spreadsheet)) return 'ods';
  if (mimetype?.includes('opendocument.text')) return { other: 'an OpenDocument text' };
  if (mimetype?.includes('opendocument.presentation')) return { other: 'an OpenDocument presentation' };
  if (has('xl/workbook.bin')) return { other: 'a binary workbook (.xlsb)' };
  if (has('xl/')) return 'xlsx';
  if (has('word/')) return { other: 'a Word document' };
  if (has('ppt/')) return { other: 'a PowerPoint presentation' };
  if (has('Index/Document.iwa') || has('Index.zip')) return { other: 'a document of Apple Numbers or Pages' };
  if (has('content.xml') && has('META-INF/manifest.xml')) return 'ods';
  const inside = entries.find(({ path }) => /\.(xlsx|xlsm|xls|ods|csv)$/i.test(path));
  return { other: inside === undefined ? 'a zip archive' : `a zip archive with ${inside.path} in it` };
}

/** The parts that are read; pictures, macros, other files' values and the like are left packed. */
export function isRead(kind: 'xlsx' | 'ods', { path }: ZipEntry): boolean {
  if (path.endsWith('/')) return false;
  if (kind === 'ods') return /^(content|styles|META-INF\/manifest)\.xml$/.test(path);
  return (
    /\.(xml|rels)$/i.test(path) &&
    !/^(customXml|docProps|xl\/(media|drawings|charts|externalLinks|theme|printerSettings|pivot\w*))\//i.test(
      path,
    )
  );
}

/** What an OLE file that is no workbook is; nothing where it may be one. */
export function oleKind(bytes: Buffer): string | undefined {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('Workbook') || holds('Book')) return undefined;
  if (holds('WordDocument')) return 'a Word document';
  if (holds('PowerPoint Document')) return 'a PowerPoint presentation';
  return holds('__properties_version1.0') ? 'an Outlook message' : 'no workbook';
}

/** A workbook with a password is packed in an OLE file whole. */
export function isEncryptedOle(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
