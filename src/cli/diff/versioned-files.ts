import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { type DiskFiles, diskFiles } from '../files/files.js';
import { fileAtRef, gitFiles, openGit } from '../git/git.js';

/** Definition files on disk, and as they are at commits where they are named `REF:PATH` and no file has that name. */
export function versionedFiles(cwd: string): DiskFiles {
  const disk = diskFiles(cwd);
  const git = gitFiles(cwd);
  const refs = new Set<string>();
  const of = (file: string): DiskFiles => {
    const at = fileAtRef(file);
    // `main:./../x.yaml` leads to `x.yaml` on disk, which is not meant.
    const isOnDisk = posix.normalize(file) === file && existsSync(resolve(cwd, file));
    if (at === undefined || isOnDisk) return disk;
    // A name that git does not know is told as such, and not as a file that is not there.
    if (!refs.has(at.ref)) openGit(cwd).commit(at.ref);
    refs.add(at.ref);
    return git;
  };
  return {
    read: (file) => of(file).read(file),
    resolve: (from, relative) => of(from).resolve(from, relative),
    textOf: (file) => disk.textOf(file) ?? git.textOf(file),
    seen: disk.seen,
  };
}
