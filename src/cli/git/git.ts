import { isUtf8 } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { finding } from '../../finding/finding.js';
import type { SourceFiles } from '../../questionnaire/definition/source-file.js';
import type { DiskFiles } from '../files/files.js';
import { UsageError } from '../usage-error.js';
import { faultAtRef } from './git-faults.js';

/** A git repository as it is read: through the git program, in the folder that a command runs in. */
export interface Git {
  /** The commit that a name stands for. */
  readonly commit: (ref: string) => string;
  /** The last commit that this one and what is checked out have in common. */
  readonly mergeBase: (ref: string) => string;
  /** What differs between a commit and the files as they are, those that git does not know yet among them. */
  readonly changesSince: (commit: string) => readonly GitChange[];
  /** Every file of a commit, by its path from the top of the repository. */
  readonly filesAt: (commit: string) => readonly string[];
  /** Where this folder lies in the repository: empty at its top, else with `/` at the end. */
  readonly prefix: string;
}

/** A file that differs; paths are from the top of the repository, with `/`. */
export type GitChange =
  | { readonly kind: 'added' | 'changed' | 'deleted'; readonly path: string }
  | { readonly kind: 'renamed'; readonly from: string; readonly path: string };

/** Opens the repository around a folder. */
export function openGit(cwd: string): Git {
  const git = (...args: readonly string[]) => gitText(cwd, args);
  const prefix = git('rev-parse', '--show-prefix').replace(/\n$/, '');
  const shallow = () => git('rev-parse', '--is-shallow-repository').trim() === 'true';
  const commit = (ref: string): string => {
    const found = attempt(() =>
      git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).trim(),
    );
    if (found !== undefined) return found;
    throw new UsageError(
      `git knows no commit \`${ref}\``,
      shallow() ? deepen(ref) : 'Give a branch, a tag or a commit of this repository.',
    );
  };
  return {
    prefix,
    commit,
    mergeBase: (ref) => {
      const other = commit(ref);
      const base = attempt(() => git('merge-base', other, 'HEAD').trim());
      if (base !== undefined) return base;
      throw new UsageError(
        `git finds no commit that \`${ref}\` and HEAD have in common`,
        shallow() ? deepen() : 'Name a branch that has a part of its history in common with this one.',
      );
    },
    changesSince: (base) => [
      // A setting of the user's may make paths relative to the folder.
      ...changesOf(
        git(
          ...['-c', 'diff.relative=false'],
          'diff',
          '--name-status',
          '--find-renames',
          '--no-ext-diff',
          '-z',
          base,
          '--',
        ),
      ),
      ...listOf(git('ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/')).map((path) => ({
        kind: 'added' as const,
        path,
      })),
    ],
    filesAt: (at) => listOf(git('ls-tree', '-r', '--full-tree', '--name-only', '-z', at)),
  };
}

/** A file at a commit as it is written on the command line: `main:questionnaires/city.yaml`. */
export interface FileAtRef {
  readonly ref: string;
  readonly path: string;
}

/** Reads `REF:PATH`. A path of Windows with its letter is none, nor is one that starts like a path: `./a:b.yaml`. */
export function fileAtRef(text: string): FileAtRef | undefined {
  if (/^[./\\]/.test(text)) return undefined;
  const colon = text.indexOf(':');
  if (colon < 2 || colon === text.length - 1 || text.startsWith('-')) return undefined;
  return { ref: text.slice(0, colon), path: text.slice(colon + 1) };
}

/** Where a file of a commit lies on disk, or would lie, from the folder that git was opened in. */
export function pathFromHere({ prefix }: Pick<Git, 'prefix'>, { path }: FileAtRef): string {
  return /^\.\.?\//.test(path) ? path : posix.relative(`/${prefix}`, `/${path}`);
}

/** Definition files as they are at commits, named `REF:PATH`; what they include is read at the same commit. */
export function gitFiles(cwd: string): DiskFiles {
  const known = new Map<string, ReturnType<SourceFiles['read']>>();
  return {
    read: (file) => {
      let found = known.get(file);
      if (found === undefined) {
        found = readAtRef(cwd, file);
        known.set(file, found);
      }
      return found;
    },
    resolve: (from, relative) => {
      const at = fileAtRef(from);
      if (at === undefined) return relative;
      const joined = posix.join(posix.dirname(at.path), relative);
      return `${at.ref}:${at.path.startsWith('./') && !joined.startsWith('.') ? './' : ''}${joined}`;
    },
    textOf: (file) => {
      const found = known.get(file);
      return found !== undefined && 'text' in found ? found.text : undefined;
    },
    seen: () => [],
  };
}

function readAtRef(cwd: string, file: string): ReturnType<SourceFiles['read']> {
  let bytes: Buffer;
  try {
    bytes = gitBytes(cwd, ['cat-file', 'blob', file]);
  } catch (error) {
    const at = fileAtRef(file);
    if (!(error instanceof UsageError) || at === undefined) throw error;
    return { finding: faultAtRef(file, at, openGit(cwd)) };
  }
  if (!isUtf8(bytes)) return { finding: finding('file-not-utf8', { file }, { byte: 'of another encoding' }) };
  const text = bytes.toString('utf8');
  return { text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text };
}

/** The command that brings what a shallow clone lacks: a branch that it has no name for, by that name too. */
function deepen(missing?: string): string {
  const [, remote = 'origin', name] = /^(?:(origin)\/)?([\w][\w./-]*)$/.exec(missing ?? '') ?? [];
  const isBranch = name !== undefined && name !== 'HEAD' && !/^[0-9a-f]{7,40}$/.test(name);
  const into = missing?.startsWith(`${remote}/`) === true ? `refs/remotes/${missing}` : name;
  const command = `git fetch --unshallow${isBranch ? ` ${remote} ${name}:${into}` : ''}`;
  return `This clone is shallow. Fetch the rest of the history first: ${command} (with actions/checkout: fetch-depth: 0).`;
}

function listOf(text: string): readonly string[] {
  return text.split('\0').filter((path) => path !== '');
}

/** The lines of `git diff --name-status -z`: a letter, then one path, or two for a rename. */
function changesOf(text: string): readonly GitChange[] {
  const words = listOf(text);
  const changes: GitChange[] = [];
  for (let at = 0; at < words.length; ) {
    const letter = words[at]?.charAt(0);
    const path = words[at + 1] ?? '';
    if (letter === 'R' || letter === 'C') {
      const to = words[at + 2] ?? '';
      changes.push(letter === 'R' ? { kind: 'renamed', from: path, path: to } : { kind: 'added', path: to });
      at += 3;
    } else {
      changes.push({ kind: letter === 'A' ? 'added' : letter === 'D' ? 'deleted' : 'changed', path });
      at += 2;
    }
  }
  return changes;
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

function gitText(cwd: string, args: readonly string[]): string {
  return gitBytes(cwd, args).toString('utf8');
}

const mostBytes = 1 << 28;

function gitBytes(cwd: string, args: readonly string[]): Buffer {
  try {
    return execFileSync('git', [...args], {
      cwd,
      maxBuffer: mostBytes,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === 'ENOENT') {
      throw new UsageError('git is not installed here', 'Install git, or compare two files on disk.');
    }
    if (!('stderr' in error)) throw error;
    const said = String(error.stderr).trim().split('\n')[0] ?? '';
    if (/not a git repository/.test(said)) {
      throw new UsageError('this folder is in no git repository', 'Run it in one, or name files on disk.');
    }
    if (/must be run in a work tree/.test(said)) {
      throw new UsageError('this repository has no files checked out', 'Run it in a clone that has them.');
    }
    const command = args.find((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-c') ?? '';
    throw new UsageError(`git ${command} failed: ${said.replace(/^fatal: /, '')}`);
  }
}
