import { readFile } from 'node:fs/promises';
import { packageFolder } from './package-folder.js';

/** The schema of a kind of file, as it lies in the package beside the program. */
export function fileKindSchema(kind: string): Promise<string> {
  return readFile(new URL(`schemas/${kind}.schema.json`, packageFolder()), 'utf8');
}
