import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Input } from '../../intake/batch.js';
import { attemptStat } from '../files/expand.js';
import { openChunks } from '../files/files.js';
import type { Host } from '../host.js';

/** Files to read, each with the first that has the same bytes where there is one before it. Only those of one size are looked into. */
export async function withSameFiles(
  inputs: readonly Input[],
  { cwd }: Pick<Host, 'cwd'>,
): Promise<readonly Input[]> {
  const sizes = inputs.map(({ name }) => sizeOf(cwd, name));
  const firsts = new Map<string, string>();
  const noted: Input[] = [];
  for (const [at, input] of inputs.entries()) {
    const size = sizes[at];
    if (size === undefined || sizes.indexOf(size) === sizes.lastIndexOf(size)) {
      noted.push(input);
      continue;
    }
    const digest = await digestOf(cwd, input.name);
    const sameAs = firsts.get(digest);
    if (sameAs === undefined) firsts.set(digest, input.name);
    noted.push(sameAs === undefined ? input : { ...input, sameAs });
  }
  return noted;
}

/** Nothing of what is no file, or has nothing in it. */
function sizeOf(cwd: string, name: string): number | undefined {
  const stat = attemptStat(resolve(cwd, name));
  return typeof stat === 'string' || !stat.isFile() || stat.size === 0 ? undefined : stat.size;
}

async function digestOf(cwd: string, name: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of openChunks(cwd, name)) hash.update(chunk);
  return hash.digest('hex');
}
