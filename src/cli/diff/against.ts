import { posix, relative, resolve } from 'node:path';
import { loadQuestionnaire } from '../../questionnaire/load.js';
import { kindWritten } from '../../questionnaire/load-definition.js';
import type { DiskFiles } from '../files/files.js';
import { type Git, openGit } from '../git/git.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';

/** The two names of one definition; one that is new has no old name, one that is gone no new one. */
export interface FilePair {
  readonly old?: string;
  readonly new?: string;
  /** The path that it had, where that was another. */
  readonly movedFrom?: string;
}

/**
 * The definitions of a folder that differ from where the branch left another: those added, deleted, renamed and changed,
 * and questionnaires whose fragments or rubric differ. Names of the old versions are `COMMIT:PATH`.
 */
export function pairsAgainst(
  ref: string,
  folder: string,
  { cwd }: Host,
  files: DiskFiles,
): readonly FilePair[] {
  const git = openGit(cwd);
  const base = git.mergeBase(ref);
  const tree = treeOf(git, base, relative(cwd, resolve(cwd, folder)));
  const [all, changes] = [git.filesAt(base), git.changesSince(base)];
  if (![...all, ...changes.map(({ path }) => path)].some(tree.holds)) {
    throw new UsageError(
      `${folder}: no YAML file is there, nor was`,
      'Name a folder or a file of this repository.',
    );
  }
  const pairs: FilePair[] = [];
  const seen = new Set<string>();
  const differ = new Set<string>();
  for (const change of changes) {
    const was = change.kind === 'added' ? undefined : change.kind === 'renamed' ? change.from : change.path;
    const is = change.kind === 'deleted' ? undefined : change.path;
    for (const path of [was, is]) if (path !== undefined) differ.add(path);
    if (![was, is].some((path) => path !== undefined && tree.holds(path))) continue;
    const old = was === undefined ? undefined : comparableFile(tree.oldName(was), files);
    const now = is === undefined ? undefined : stillThere(tree.newName(is), old, files);
    if (is !== undefined) seen.add(is);
    if (old === undefined && now === undefined) continue;
    pairs.push({
      ...(old === undefined ? {} : { old }),
      ...(now === undefined ? {} : { new: now }),
      ...(change.kind === 'renamed' ? { movedFrom: change.from } : {}),
    });
  }
  const before = all.filter((path) => tree.holds(path) && !seen.has(path) && !differ.has(path));
  for (const path of before) {
    const file = comparableFile(tree.newName(path), files);
    if (file === undefined) continue;
    const old = tree.oldName(path);
    if (
      reaches(file, differ, (name) => tree.newPath(name), files) ||
      reaches(old, differ, tree.oldPath, files)
    ) {
      pairs.push({ old, new: file });
    }
  }
  return pairs;
}

interface Tree {
  readonly holds: (path: string) => boolean;
  readonly oldName: (path: string) => string;
  readonly newName: (path: string) => string;
  /** A path from the top of the repository, of a name. */
  readonly oldPath: (name: string) => string;
  readonly newPath: (name: string) => string;
}

function treeOf({ prefix }: Git, base: string, folder: string): Tree {
  const top = posix.join('/', prefix, folder.replaceAll('\\', '/'));
  const commit = base.slice(0, 10);
  return {
    holds: (path) => {
      const full = `/${path}`;
      return /\.ya?ml$/i.test(path) && (full === top || full.startsWith(top.endsWith('/') ? top : `${top}/`));
    },
    oldName: (path) => `${commit}:${path}`,
    newName: (path) => posix.relative(`/${prefix}`, `/${path}`),
    oldPath: (name) => name.slice(commit.length + 1),
    newPath: (name) => posix.join('/', prefix, name.replaceAll('\\', '/')).slice(1),
  };
}

/** The file, if it is a questionnaire or a rubric. Other YAML is nobody's business. */
function comparableFile(file: string, files: DiskFiles): string | undefined {
  const read = files.read(file);
  if ('finding' in read || !/^["']?milepost["']?[ \t]*:/m.test(read.text)) return undefined;
  const kind = kindWritten(read.text);
  return kind === 'questionnaire' || kind === 'rubric' ? file : undefined;
}

/** The file, if it can be compared; one that took the place of such a file, and cannot be read, is an error and not gone. */
function stillThere(file: string, old: string | undefined, files: DiskFiles): string | undefined {
  return old !== undefined && 'finding' in files.read(file) ? file : comparableFile(file, files);
}

/** Whether a questionnaire is made of one of some files. */
function reaches(
  file: string,
  differ: ReadonlySet<string>,
  pathOf: (name: string) => string,
  files: DiskFiles,
): boolean {
  const read = files.read(file);
  if ('finding' in read) return false;
  const { text } = read;
  // Most name none of them, and need not be loaded.
  if (![...differ].some((path) => text.includes(posix.basename(path)))) return false;
  const loaded = new Set<string>();
  loadQuestionnaire(file, {
    ...files,
    read: (name) => {
      loaded.add(pathOf(name));
      return files.read(name);
    },
  });
  return [...loaded].some((path) => differ.has(path));
}
