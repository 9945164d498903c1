import { Buffer } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';

/** The files packed in a zip archive, by their paths. */
export type Parts = ReadonlyMap<string, Buffer>;

/** What kept an archive from being unpacked. */
export type ZipFault =
  | { readonly kind: 'broken'; readonly detail: string }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'too large' };

export interface ZipEntry {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly at: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endSize = 22;
const longestComment = 0xffff;
const stored = 0;
const deflated = 8;

/** The directory of an archive; nothing where there is none, as in one that was cut off. */
export function zipEntries(zip: Buffer): readonly ZipEntry[] | undefined {
  const end = endOf(zip);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entryMark) return undefined;
    const [path, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    entries.push({
      path: zip.toString('utf8', at + 46, at + 46 + (path ?? 0)).replaceAll('\\', '/'),
      flags: zip.readUInt16LE(at + 8),
      method: zip.readUInt16LE(at + 10),
      checksum: zip.readUInt32LE(at + 16),
      packedSize: zip.readUInt32LE(at + 20),
      at: zip.readUInt32LE(at + 42),
    });
    at += 46 + (path ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/**
 * Unpacks entries, at most so many bytes of them together. What an archive says of its sizes is not believed: unpacking
 * stops where the limit is reached. Every part must have its checksum.
 */
export function unzip(zip: Buffer, entries: readonly ZipEntry[], most: number): Parts | ZipFault {
  const parts = new Map<string, Buffer>();
  let left = most;
  for (const entry of entries) {
    if ((entry.flags & 1) !== 0) return { kind: 'encrypted' };
    const packed = packedBytes(zip, entry);
    if (packed === undefined) return broken(`its part ${entry.path} is cut off`);
    const part = unpacked(packed, entry, left);
    if (!Buffer.isBuffer(part)) return part;
    if (crc32(part) !== entry.checksum) return broken(`its part ${entry.path} is damaged`);
    left -= part.length;
    parts.set(entry.path, part);
  }
  return parts;
}

function unpacked(packed: Buffer, { path, method }: ZipEntry, most: number): Buffer | ZipFault {
  if (method === stored) return packed.length > most ? { kind: 'too large' } : packed;
  if (method !== deflated) return broken(`its part ${path} is packed in a way that is not known`);
  try {
    // A limit of 0 would be none.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? { kind: 'too large' } : broken(`its part ${path} is damaged`);
  }
}

/** The local header has lengths of its own. */
function packedBytes(zip: Buffer, { at, packedSize }: ZipEntry): Buffer | undefined {
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== localMark) return undefined;
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  return start + packedSize > zip.length ? undefined : zip.subarray(start, start + packedSize);
}

/** The end record is the last thing in the file, but for a comment. */
function endOf(zip: Buffer): number | undefined {
  const first = Math.max(0, zip.length - endSize - longestComment);
  for (let at = zip.length - endSize; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) === endMark) return at;
  }
  return undefined;
}

function broken(detail: string): ZipFault {
  return { kind: 'broken', detail };
}
