import { createHash } from 'node:crypto';
import type { Input } from '../../intake/batch.js';

/** An input whose bytes are digested as they are read. */
export interface DigestedInput extends Input {
  /** The SHA-256 in hexadecimal; null until all of it was read. */
  readonly sha256: () => string | null;
}

export function digested({ name, chunks }: Input): DigestedInput {
  let sha256: string | null = null;
  async function* passed(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
    sha256 = hash.digest('hex');
  }
  return { name, chunks: passed(), sha256: () => sha256 };
}

/** The SHA-256 of a text in UTF-8. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
