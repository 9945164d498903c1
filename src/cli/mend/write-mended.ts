import { accessSync, chmodSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { unifiedDiff } from '../../export/text/unified-diff.js';
import { count } from '../../finding/words.js';
import { writeWhole } from '../files/files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import type { Mended, Rewrite } from './mend.js';

/** Writes the mended files, each whole, where links lead to and with the permissions that it had. */
export function writeMended({ rewrites, ...mended }: Mended, host: Host): void {
  const written = [...rewrites].map(([path, rewrite]) => ({
    path,
    mark: markOf(path, rewrite, constants.W_OK),
    ...rewrite,
  }));
  for (const { path, mark, after } of written) {
    const { mode } = statSync(path);
    const target = realpathSync(path);
    writeWhole(host.cwd, target, [mark + after]);
    chmodSync(target, mode);
  }
  host.stderr.write(`Mended ${inFiles(mended.count, rewrites.size)}.\n`);
}

/** Prints what `writeMended` would do, as a diff. */
export function printMended({ rewrites, ...mended }: Mended, host: Host): void {
  for (const [path, rewrite] of rewrites) {
    const mark = markOf(path, rewrite, constants.R_OK);
    host.stdout.write(unifiedDiff(rewrite.file, mark + rewrite.before, mark + rewrite.after));
  }
  host.stderr.write(`Would mend ${inFiles(mended.count, rewrites.size)}.\n`);
}

function inFiles(findings: number, files: number): string {
  return files === 0 ? 'nothing' : `${count(findings, 'finding')} in ${count(files, 'file')}`;
}

function textNow(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The byte order mark that a file begins with, or nothing. A file that may not be written, or has changed, ends it all. */
function markOf(path: string, { file, before }: Rewrite, access: number): string {
  const text = textNow(path);
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  if (text !== mark + before) {
    throw new UsageError(`${file} has changed while it was checked; nothing was mended`, 'Run it again.');
  }
  try {
    accessSync(path, access);
  } catch {
    throw new UsageError(`${file} cannot be written: writing there is not permitted; nothing was mended`);
  }
  return mark;
}
