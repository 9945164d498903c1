import { posix } from 'node:path';
import { type Finding, finding } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import type { FileAtRef, Git } from './git.js';

/** Why a commit does not give a file: it is a folder there, or is not there; perhaps another name was meant. */
export function faultAtRef(
  file: string,
  { ref, path }: FileAtRef,
  { prefix, filesAt }: Pick<Git, 'prefix' | 'filesAt'>,
): Finding {
  const isFromHere = /^\.\.?\//.test(path);
  const full = posix.normalize(isFromHere ? posix.join(prefix, path) : path).replace(/\/$/, '');
  const all = filesAt(ref);
  if (all.some((each) => each.startsWith(`${full}/`))) return finding('file-is-directory', { file }, {});
  const meant = all.find((each) => each === posix.join(prefix, path)) ?? near(full, all);
  const reason =
    meant === undefined
      ? 'it is not in that commit'
      : `it is not in that commit, where paths start at the top of the repository; did you mean \`${ref}:${meant}\`?`;
  return finding('file-unreadable', { file }, { reason });
}

/** A path that differs by a slip, or the only one of the same name in another folder. */
function near(path: string, all: readonly string[]): string | undefined {
  const [only, ...others] = all.filter((each) => posix.basename(each) === posix.basename(path));
  return only !== undefined && others.length === 0 ? only : suggest(path, all);
}
