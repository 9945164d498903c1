import { readFile } from 'node:fs/promises';

/** The schema of a kind of file, as it lies in the package beside the program. */
export function fileKindSchema(kind: string): Promise<string> {
  return readFile(new URL(`schemas/${kind}.schema.json`, packageFolder()), 'utf8');
}

/** The package's folder, from the bundle in `dist/` as from the sources. */
function packageFolder(): URL {
  const own = new URL(import.meta.url);
  const at = Math.max(own.pathname.lastIndexOf('/dist/'), own.pathname.lastIndexOf('/src/'));
  own.pathname = own.pathname.slice(0, at + 1);
  return own;
}
