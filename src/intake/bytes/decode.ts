import { Buffer, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

const pieceSize = 1 << 16;

/**
 * The bytes as UTF-8 without a byte order mark, in pieces that end between characters and are of moderate size, so that
 * neither a batch nor a decoder has to hold a whole file. UTF-16 with its mark, as Excel's "Unicode text" has it, is
 * converted. A byte that is not UTF-8 is reported and ends the file before its line.
 */
export async function* utf8Chunks(
  chunks: AsyncIterable<Uint8Array>,
  report: (byte: string) => void,
): AsyncGenerator<Uint8Array> {
  let carry: Uint8Array = new Uint8Array(0);
  let utf16: TextDecoder | undefined;
  let started = false;
  for await (const chunk of whole(chunks)) {
    let bytes = carry.length === 0 ? chunk.bytes : Buffer.concat([carry, chunk.bytes]);
    carry = new Uint8Array(0);
    if (!started) {
      if (bytes.length < 3 && !chunk.last) {
        carry = bytes;
        continue;
      }
      started = true;
      utf16 = utf16Decoder(bytes);
      if (utf16 === undefined && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
        bytes = bytes.subarray(3);
    }
    if (utf16 !== undefined) {
      const text = utf16.decode(bytes, { stream: !chunk.last });
      if (text !== '') yield Buffer.from(text, 'utf8');
      continue;
    }
    const end = chunk.last ? bytes.length : lastBoundary(bytes);
    const complete = bytes.subarray(0, end);
    carry = bytes.subarray(end);
    if (!isUtf8(complete)) {
      const good = firstFault(complete);
      if (good > 0) yield complete.subarray(0, lineStart(complete, good));
      report(`0x${(complete[good] ?? 0).toString(16).padStart(2, '0')}`);
      return;
    }
    // Whole lines where there are any, so that what stands before a bad byte in its line is not taken for a row.
    const lines = chunk.last ? 0 : complete.lastIndexOf(10) + 1;
    if (lines > 0) {
      carry = bytes.subarray(lines);
      yield complete.subarray(0, lines);
    } else if (chunk.last || complete.length >= pieceSize) {
      if (complete.length > 0) yield complete;
    } else {
      carry = bytes;
    }
  }
}

/** Pieces of the chunks, the last one marked; there is always one. */
async function* whole(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly last: boolean }> {
  let held: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += pieceSize) {
      if (held.length > 0) yield { bytes: held, last: false };
      held = chunk.subarray(at, at + pieceSize);
    }
  }
  yield { bytes: held, last: true };
}

function utf16Decoder(bytes: Uint8Array): TextDecoder | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  return undefined;
}

/** Where the last complete character ends; a sequence begun in the last three bytes waits for the next chunk. */
function lastBoundary(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < size ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** The offset of the first byte that is not UTF-8. */
function firstFault(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (good < bad) {
    const middle = (good + bad) >>> 1;
    const head = bytes.subarray(0, middle + 1);
    if (isUtf8(head.subarray(0, lastBoundary(head)))) good = middle + 1;
    else bad = middle;
  }
  return lastBoundary(bytes.subarray(0, good));
}

function lineStart(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(0, offset).lastIndexOf(10) + 1;
}
