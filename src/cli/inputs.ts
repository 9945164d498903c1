import type { Input } from '../intake/batch.js';
import { journalEnding } from '../response/journal/names.js';
import { expandPaths } from './expand.js';
import { openChunks } from './files.js';
import type { Host } from './host.js';

/** Of the files in a directory, which are answers. */
export const responseEndings = ['.csv', '.tsv', '.xlsx', '.xlsm', '.ods', '.xls', '.json', '.jsonl'];

/** The files that RESPONSES names: files, directories, patterns, and `-` for standard input. */
export async function responseInputs(host: Host, paths: readonly string[]): Promise<readonly Input[]> {
  const { cwd, stdin } = host;
  const files = await expandPaths(cwd, paths, responseEndings);
  return files
    .filter(({ file, named }) => named || !(isLock(file) || file.endsWith(journalEnding)))
    .map(({ file }) =>
      file === '-' ? { name: '<stdin>', chunks: stdin } : { name: file, chunks: openChunks(cwd, file) },
    );
}

/** What Excel puts beside a workbook while somebody has it open. */
function isLock(file: string): boolean {
  return /(^|[\\/])~\$[^\\/]*$/.test(file);
}
