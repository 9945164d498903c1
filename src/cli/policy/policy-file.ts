import { dirname, join } from 'node:path';
import type { DiskFiles } from '../files/files.js';

/** A file that says which findings count: on disk, or as it is at a commit. */
export interface PolicyFile {
  /** As it is named to the user. */
  readonly name: string;
  /** Where it lies on disk, or would lie, from the working directory. What it says of paths is said from its folder. */
  readonly place: string;
  readonly files: DiskFiles;
  /** Then it is not this run's to mend. */
  readonly isAtCommit: boolean;
}

/** A policy file by the name that the user gives it: a path, or `REF:PATH`. */
export async function policyFile(cwd: string, name: string, files: DiskFiles): Promise<PolicyFile> {
  if (name.includes(':')) {
    const { fileAtRef, gitFiles, openGit, pathFromHere } = await import('../git/git.js');
    const at = fileAtRef(name);
    if (at !== undefined) {
      const git = openGit(cwd);
      // A commit that git does not have is told as such, and not as a file that is missing in it.
      git.commit(at.ref);
      return { name, place: pathFromHere(git, at), files: gitFiles(cwd), isAtCommit: true };
    }
  }
  return { name, place: name, files, isAtCommit: false };
}

/** The file that a policy file names by a path from its folder: of the same commit, if it is of one. */
export function besides(file: PolicyFile, path: string): PolicyFile {
  const { name, place, files } = file;
  return { ...file, name: files.resolve(name, path), place: join(dirname(place), path) };
}
