import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { errorCode, reasonOf } from '../files/file-faults.js';
import type { Host } from '../host.js';

/** In bytes. It is part of every page. */
const largest = 300_000;

/** A logo as a `data:` URI, or why it is none; `named` is its path from the folder of the theme. */
export function readLogo(
  theme: string,
  named: string,
  { cwd }: Pick<Host, 'cwd'>,
): { readonly source: string } | { readonly why: string } {
  const file = join(dirname(theme), named);
  try {
    const { size } = statSync(resolve(cwd, file));
    if (size > largest) {
      return { why: `it has ${Math.ceil(size / 1000)} kB, and ${largest / 1000} are the most` };
    }
    const bytes = readFileSync(resolve(cwd, file));
    const type = typeOf(bytes);
    if (type === undefined) return { why: 'it is neither PNG nor SVG' };
    return { source: `data:${type};base64,${bytes.toString('base64')}` };
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return { why: reasonOf(code, file, cwd) };
  }
}

/** What it is by what it holds, whatever its name says. */
function typeOf(bytes: Buffer): 'image/png' | 'image/svg+xml' | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) {
    return 'image/png';
  }
  return isSvg(bytes.toString('utf8')) ? 'image/svg+xml' : undefined;
}

/** What stands before the root is passed over piece by piece: one pattern for all of it could be tried in too many ways. */
function isSvg(text: string): boolean {
  const piece = /\s+|<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype[^>]*>/iy;
  let at = 0;
  while (piece.test(text)) at = piece.lastIndex;
  return /^<svg[\s>]/i.test(text.slice(at, at + 5));
}
