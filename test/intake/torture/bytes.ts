import { Buffer } from 'node:buffer';
import fc from 'fast-check';

/** Something that happens to a file's bytes, on its way or in an editor. Places beyond the end begin again. */
export interface ByteSpoil {
  readonly how: 'change' | 'lose' | 'cut' | 'add' | 'repeat';
  readonly at: number;
  readonly bytes: Uint8Array;
}

export const byteSpoil: fc.Arbitrary<ByteSpoil> = fc.record({
  how: fc.constantFrom('change', 'lose', 'cut', 'add', 'repeat'),
  at: fc.nat(),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 6 }),
    fc.constantFrom(
      ...['"', '\n', '\r\n', ';', ',', '\t', '\0', '""', '\ufeff', 'é', '\u2028'].map((text) =>
        Buffer.from(text),
      ),
    ),
  ),
});

export function spoiltBytes(bytes: Uint8Array, { how, at: any, bytes: given }: ByteSpoil): Uint8Array {
  const at = any % Math.max(1, bytes.length);
  const head = bytes.subarray(0, at);
  const tail = bytes.subarray(at);
  switch (how) {
    case 'change':
      return Buffer.concat([head, given.subarray(0, tail.length), tail.subarray(given.length)]);
    case 'lose':
      return Buffer.concat([head, tail.subarray(given.length)]);
    case 'cut':
      return head;
    case 'add':
      return Buffer.concat([head, given, tail]);
    case 'repeat':
      return Buffer.concat([head, tail.subarray(0, 40), tail]);
  }
}

export const encodings = ['utf8', 'utf8-mark', 'utf16le', 'utf16be', 'latin1'] as const;
export type EncodingName = (typeof encodings)[number];

export function encoded(text: string, encoding: EncodingName): Buffer {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text);
    case 'utf8-mark':
      return Buffer.from(`\ufeff${text}`);
    case 'utf16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'latin1':
      return Buffer.from(text.replace(/[^\0-\x7f\xa0-\xff]/gu, '?'), 'latin1');
  }
}

/** All that the bytes may say: what is not UTF-8 may be windows-1252, or UTF-8 with a fault in it. */
export function decodings(bytes: Uint8Array): readonly string[] {
  const read = (encoding: string) => new TextDecoder(encoding).decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return [read('utf-16le')];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return [read('utf-16be')];
  const utf8 = read('utf-8');
  return Buffer.from(utf8).equals(Buffer.from(bytes)) ? [utf8] : [utf8, windows1252(bytes)];
}

function windows1252(bytes: Uint8Array): string {
  const upper = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => upper[sign.charCodeAt(0) - 0x80] ?? '');
}
