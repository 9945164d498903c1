import { type Dirent, readdirSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { errorCode } from './file-faults.js';

/** Which folders are gone into, by name. */
export type Enters = (name: string) => boolean;

/** Folders that hold other people's files, or a program's. */
export const entersPlain: Enters = (name) => !name.startsWith('.') && name !== 'node_modules';

/**
 * The files below a folder, by their paths from it, with `/`. A link to a folder is not followed; one to nothing is a file
 * that cannot be read. `unreadable` is told of folders that cannot be looked into, with what the system calls the reason.
 */
export function* filesBelow(
  cwd: string,
  folder: string,
  enters: Enters,
  unreadable: (folder: string, code: string) => void,
): Generator<string> {
  const open = [''];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    let entries: readonly Dirent[] = [];
    try {
      entries = readdirSync(resolve(cwd, folder, below), { withFileTypes: true });
    } catch (error) {
      const code = errorCode(error);
      if (code === undefined) throw error;
      unreadable(posix.join(folder, below), code);
    }
    for (const entry of entries) {
      const path = posix.join(below, entry.name);
      if (entry.isDirectory()) {
        if (enters(entry.name)) open.push(path);
      } else if (entry.isFile()) yield path;
      else if (entry.isSymbolicLink() && !isDirectory(resolve(cwd, folder, path))) yield path;
    }
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
