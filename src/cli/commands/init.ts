import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCodes } from '../exit-code.js';
import { inTheWay, type NewFile, writeNewFiles } from '../files/new-files.js';
import { packageFolder } from '../files/package-folder.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';

/** Writes a questionnaire to start from, its config, its CI workflow, and the schemas that editors complete it by. */
export function init(dir: string | undefined, { cwd, stdout, stderr }: Host): number {
  const folder = dir ?? '.';
  // Copies, because a path into an installed package would be dead for all who have it elsewhere or not at all.
  const files = [...shipped('templates', folder), ...shipped('schemas', join(folder, '.milepost/schemas'))];
  const known = inTheWay(cwd, files);
  if (known.length > 0) {
    throw new UsageError(
      `nothing was written, because there ${known.length === 1 ? 'is' : 'are'} already ${known.join(', ')}`,
      'Name another folder, as in `milepost init survey`, or move what is there out of the way.',
    );
  }
  writeNewFiles(cwd, files);
  stdout.write(files.map(({ path }) => `${path}\n`).join(''));
  const there = dir === undefined ? '' : `in ${dir}: `;
  stderr.write(`${files.length} files written. Next, ${there}milepost check questionnaires\n`);
  return exitCodes.done;
}

/** The files of a folder of the package, as they are to lie in another. */
function shipped(name: string, folder: string): readonly NewFile[] {
  const from = fileURLToPath(new URL(name, packageFolder()));
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: join(folder, file.slice(from.length + 1)), bytes: readFileSync(file) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
