import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { attempt } from './files.js';

/**
 * Makes a folder with those above it that are not there either, each by itself: Node's own way of making several does not
 * end in `/proc`. `file` is what could not be written without it; `made` hears of each one.
 */
export function makeFolders(
  cwd: string,
  folder: string,
  {
    file = folder,
    help,
    made = () => {},
  }: { readonly file?: string; readonly help?: string; readonly made?: (folder: string) => void } = {},
): void {
  const make = () => {
    for (const each of missing(resolve(cwd, folder))) {
      mkdirSync(each);
      made(each);
    }
  };
  attempt(file, make, help);
}

/** The folders that a folder still needs, itself among them, from above. */
function missing(folder: string): readonly string[] {
  return existsSync(folder) ? [] : [...missing(dirname(folder)), folder];
}
