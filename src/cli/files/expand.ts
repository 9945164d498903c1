import { existsSync, type Stats, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { didYouMean } from '../../finding/words.js';
import { UsageError } from '../usage-error.js';
import { nearName, reasonOf } from './file-faults.js';
import { type Enters, entersPlain, filesBelow } from './walk.js';

/** A file that the command line stands for. */
export interface Expanded {
  readonly file: string;
  /** Whether it is named itself, and not found in a directory or by a pattern. */
  readonly named: boolean;
}

/**
 * The files that some paths stand for, each once: files, those with one of the endings in and below directories, those
 * that match patterns such as `questionnaires/**`, and `-`, which is itself. A path that stands for nothing cannot be
 * followed.
 */
export async function expandPaths(
  cwd: string,
  paths: readonly string[],
  endings: readonly string[],
): Promise<readonly Expanded[]> {
  const found = new Map<string, Expanded>();
  for (const path of paths) {
    const all = await filesFor(cwd, path, endings);
    if (all instanceof UsageError) throw all;
    for (const expanded of all) {
      const key = path === '-' ? path : resolve(cwd, expanded.file);
      const before = found.get(key);
      found.set(key, before === undefined ? expanded : { ...before, named: before.named || expanded.named });
    }
  }
  return [...found.values()];
}

/** The files that a path stands for, or why there are none; what may not be looked at cannot be followed. */
export async function filesFor(
  cwd: string,
  path: string,
  endings: readonly string[],
): Promise<readonly Expanded[] | UsageError> {
  if (path === '-') return [{ file: path, named: true }];
  const stat = attemptStat(resolve(cwd, path));
  if (typeof stat !== 'string') {
    return stat.isDirectory() ? inDirectory(cwd, path, endings) : [{ file: path, named: true }];
  }
  if (stat === 'ENOENT' && isPattern(path)) return matching(cwd, path, endings);
  const reason = new UsageError(`${path}: ${reasonOf(stat, path, cwd)}`);
  if (stat === 'ENOENT' || stat === 'ENOTDIR') return reason;
  throw reason;
}

/** What is at a path, or the system's code for why that cannot be told. */
export function attemptStat(path: string): Stats | string {
  try {
    return statSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}

export function isPattern(path: string): boolean {
  return /[*?[{]|[@!+]\(/.test(path);
}

function inDirectory(
  cwd: string,
  folder: string,
  endings: readonly string[],
): readonly Expanded[] | UsageError {
  const files = [...filesBelow(cwd, folder, entersPlain, refused(cwd))].filter(
    (path) => !posix.basename(path).startsWith('.') && endsIn(path, endings),
  );
  if (files.length === 0) return new UsageError(`${folder}: no file in it ends in ${endings.join(', ')}`);
  return unnamed(folder, files);
}

/** A pattern that says how the names end means just those; any other, the files with one of the endings. */
async function matching(
  cwd: string,
  pattern: string,
  endings: readonly string[],
): Promise<readonly Expanded[] | UsageError> {
  const { default: picomatch } = await import('picomatch');
  const { base, glob } = await takenApart(pattern);
  const matches = picomatch(glob, { nonegate: true, windows: false });
  const ending = /\.[\w-]+$/.test(glob) ? [''] : endings;
  const files = [...filesBelow(cwd, base, entersFor(glob), refused(cwd))].filter(
    (path) => matches(path) && endsIn(path, ending),
  );
  if (files.length === 0) {
    return new UsageError(
      `${pattern}: no file matches this pattern${didYouMean(nearPattern(cwd, { base, glob }))}`,
      'Folders whose names start with a dot, and node_modules, are passed over unless the pattern names them.',
    );
  }
  return unnamed(base, files);
}

/** What a pattern starts from, and the rest of it. */
interface PatternParts {
  readonly base: string;
  readonly glob: string;
}

async function takenApart(pattern: string): Promise<PatternParts> {
  const { default: picomatch } = await import('picomatch');
  const written = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  const parts = picomatch.scan(written, { nonegate: true });
  // An open bracket is only a sign, and its pattern is not taken apart.
  return parts.glob === '' ? { base: '', glob: written } : parts;
}

/** The same pattern from a folder near to the one that is not there. */
function nearPattern(cwd: string, { base, glob }: PatternParts): string | undefined {
  const near = base === '' || existsSync(resolve(cwd, base)) ? undefined : nearName(base, cwd);
  return near === undefined ? undefined : `${near.replaceAll('\\', '/')}/${glob}`;
}

/** What a path or pattern that stands for nothing was likely meant to be. */
export async function meantBy(cwd: string, path: string): Promise<string | undefined> {
  return isPattern(path) ? nearPattern(cwd, await takenApart(path)) : nearName(path, cwd);
}

/** A folder that may not be looked into could hold what is asked for. */
function refused(cwd: string): (folder: string, code: string) => void {
  return (folder, code) => {
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      throw new UsageError(`${folder}: ${reasonOf(code, folder, cwd)}`);
  };
}

/** What a pattern names is gone into too. */
function entersFor(glob: string): Enters {
  const dots = /(^|[/{,(])\.[^./]/.test(glob);
  const modules = glob.includes('node_modules');
  return (name) => entersPlain(name) || (name === 'node_modules' ? modules : dots && name !== '.git');
}

function endsIn(path: string, endings: readonly string[]): boolean {
  const name = path.toLowerCase();
  return endings.some((ending) => name.endsWith(ending));
}

function unnamed(folder: string, files: string[]): readonly Expanded[] {
  const base = process.platform === 'win32' ? folder.replaceAll('\\', '/') : folder;
  return files.sort().map((file) => ({ file: posix.join(base, file), named: false }));
}
