import { type Dirent, readdirSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';

/** Which folders are gone into, by name. */
export type Enters = (name: string) => boolean;

/** Folders that hold other people's files, or a program's. */
export const entersPlain: Enters = (name) => !name.startsWith('.') && name !== 'node_modules';

/**
 * The files below a folder, by their paths from it, with `/`. A link to a folder is not followed.
 */
export function* filesBelow(cwd: string, folder: string, enters: Enters): Generator<string> {
  const open = [''];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const entry of entriesOf(resolve(cwd, folder, below))) {
      const path = posix.join(below, entry.name);
      if (entry.isDirectory()) {
        if (enters(entry.name)) open.push(path);
      } else if (entry.isFile() || (entry.isSymbolicLink() && isFile(resolve(cwd, folder, path)))) yield path;
    }
  }
}

/** What is in a folder; nothing where it may not be read. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
