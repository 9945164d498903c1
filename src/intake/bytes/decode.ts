import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

const pieceSize = 1 << 16;

/** How the bytes of a text file turned out to be written. It is known for what was read so far. */
export interface Encoding {
  name: 'UTF-8' | 'UTF-16' | 'windows-1252';
  /** Whether bytes were met that the encoding has no character for: U+FFFD stands in their place. */
  damaged: boolean;
}

/** What stands for bytes that are no character. */
export const noCharacter = '\ufffd';

/**
 * The bytes as UTF-8 without a byte order mark, in pieces that end between characters and are of moderate size, so that
 * neither a batch nor a decoder has to hold a whole file. UTF-16 is known by its mark. What is not UTF-8 is
 * windows-1252, unless characters of UTF-8 came before: then it is UTF-8 with a fault in it.
 */
export async function* utf8Chunks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Uint8Array> {
  let carry: Uint8Array = new Uint8Array(0);
  let convert: ((bytes: Uint8Array, last: boolean) => Uint8Array) | undefined;
  let started = false;
  let beyondAscii = false;
  for await (const { bytes: fresh, last } of pieces(chunks)) {
    let bytes = carry.length === 0 ? fresh : Buffer.concat([carry, fresh]);
    carry = new Uint8Array(0);
    if (!started) {
      if (bytes.length < 3 && !last) {
        carry = bytes;
        continue;
      }
      started = true;
      convert = fromUtf16(bytes, encoding);
      if (convert === undefined && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
        bytes = bytes.subarray(3);
        beyondAscii = true;
      }
    }
    if (convert === undefined) {
      const end = last ? bytes.length : lastBoundary(bytes);
      const complete = bytes.subarray(0, end);
      if (isUtf8(complete)) {
        beyondAscii ||= !isAscii(complete);
        carry = bytes.subarray(end);
        if (complete.length > 0) yield complete;
        continue;
      }
      beyondAscii ||= hasUtf8Characters(complete);
      convert = beyondAscii ? fromDamagedUtf8(encoding) : fromWindows1252(encoding);
    }
    const converted = convert(bytes, last);
    if (converted.length > 0) yield converted;
  }
}

/** Pieces of the chunks, the last one marked; there is always one. */
async function* pieces(
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

type Convert = (bytes: Uint8Array, last: boolean) => Uint8Array;

function fromUtf16(bytes: Uint8Array, encoding: Encoding): Convert | undefined {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!little && !(bytes[0] === 0xfe && bytes[1] === 0xff)) return undefined;
  encoding.name = 'UTF-16';
  return converter(streamed(new TextDecoder(little ? 'utf-16le' : 'utf-16be')), encoding);
}

function fromDamagedUtf8(encoding: Encoding): Convert {
  return converter(streamed(new TextDecoder('utf-8', { ignoreBOM: true })), encoding);
}

function fromWindows1252(encoding: Encoding): Convert {
  encoding.name = 'windows-1252';
  return converter(
    (bytes) =>
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        .toString('latin1')
        .replace(/[\x80-\x9f]/g, (control) => upperControls[control.charCodeAt(0) - 0x80] ?? noCharacter),
    encoding,
  );
}

/**
 * What windows-1252 has in place of Latin-1's control characters from 0x80 to 0x9f; five are free. Node's own decoder
 * is not asked: several of its versions take windows-1252 for Latin-1 (nodejs/node issue 56542).
 */
const upperControls = [...'€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ'];

type Decode = (bytes: Uint8Array, last: boolean) => string;

function streamed(decoder: TextDecoder): Decode {
  return (bytes, last) => decoder.decode(bytes, { stream: !last });
}

function converter(decode: Decode, encoding: Encoding): Convert {
  return (bytes, last) => {
    const text = decode(bytes, last);
    encoding.damaged ||= text.includes(noCharacter);
    return Buffer.from(text, 'utf8');
  };
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

/** Whether there is a character of several bytes in it that is good UTF-8: by chance, windows-1252 hardly ever has one. */
function hasUtf8Characters(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return /[^\0-\x7f\ufffd]/.test(text);
}
