import { lstatSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { writeWhole } from './files.js';
import { makeFolders } from './make-folders.js';

/** A file that is to be written where none is yet. */
export interface NewFile {
  /** From the working directory. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Those of the files in whose place there is something already. */
export function inTheWay(cwd: string, files: readonly NewFile[]): readonly string[] {
  return files.map(({ path }) => path).filter((path) => isThere(resolve(cwd, path)));
}

/** Writes files with the folders that they need: all of them, or none. */
export function writeNewFiles(cwd: string, files: readonly NewFile[]): void {
  const made: string[] = [];
  try {
    for (const { path, bytes } of files) {
      const target = resolve(cwd, path);
      makeFolders(cwd, dirname(target), { file: path, made: (folder) => made.push(folder) });
      writeWhole(cwd, path, [bytes]);
      made.push(target);
    }
  } catch (error) {
    for (const path of made) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

function isThere(path: string): boolean {
  try {
    // A link that leads nowhere is something too.
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // What cannot be looked at because a folder on the way is a file, or closed, cannot be written either: that is told then.
    return false;
  }
}
