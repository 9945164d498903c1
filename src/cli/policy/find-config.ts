import { statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { attemptStat } from '../files/expand.js';
import { reasonOf } from '../files/file-faults.js';
import { UsageError } from '../usage-error.js';

export const configName = 'milepost.config.yaml';

/** The config to go by, as a path from the working directory: the one asked for, or the next one upwards. */
export function findConfig(cwd: string, asked: string | boolean | undefined): string | undefined {
  if (asked === false) return undefined;
  if (typeof asked === 'string') {
    const stat = attemptStat(resolve(cwd, asked));
    if (typeof stat !== 'string' && stat.isFile()) return asked;
    throw new UsageError(
      `--config ${asked}: ${typeof stat === 'string' ? reasonOf(stat, asked, cwd) : 'it is no file'}`,
      'Name a config behind --config, or leave it out.',
    );
  }
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const file = join(folder, configName);
    if (isFile(file)) return relative(cwd, file);
    if (dirname(folder) === folder) return undefined;
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
