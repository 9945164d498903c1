import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LedgerFile } from '../../export/intake/ledger-json.js';
import type { Input } from '../../intake/batch.js';

/** Counts and digests bytes as they pass. */
export function digester(file: string): {
  readonly add: (chunk: string | Uint8Array) => void;
  readonly done: () => LedgerFile;
} {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    add: (chunk) => {
      hash.update(chunk);
      bytes += typeof chunk === 'string' ? Buffer.byteLength(chunk) : chunk.length;
    },
    done: () => ({ file, bytes, digest: `sha256:${hash.copy().digest('hex')}` }),
  };
}

/** An input whose bytes are digested as they are read. */
export function digestedInput(input: Input): { readonly input: Input; readonly digest: () => LedgerFile } {
  const { add, done } = digester(input.name);
  return { input: { ...input, chunks: passed(input.chunks, add) }, digest: done };
}

/** The digest of a file that was read already. */
export function fileDigest(cwd: string, file: string): LedgerFile {
  const { add, done } = digester(file);
  add(readFileSync(resolve(cwd, file)));
  return done();
}

async function* passed(
  chunks: AsyncIterable<Uint8Array>,
  add: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    add(chunk);
    yield chunk;
  }
}
