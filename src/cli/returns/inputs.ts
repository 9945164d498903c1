import type { Input } from '../../intake/batch.js';
import { journalEnding } from '../../response/journal/names.js';
import { type Expanded, expandPaths } from '../files/expand.js';
import { openChunks } from '../files/files.js';
import type { Host } from '../host.js';

/** Of the files in a directory, which are answers. */
export const responseEndings = ['.csv', '.tsv', '.xlsx', '.xlsm', '.ods', '.xls', '.json', '.jsonl'];

/** The files that RESPONSES names: files, directories, patterns, and `-` for standard input. */
export async function responseInputs(host: Host, paths: readonly string[]): Promise<readonly Input[]> {
  const files = await expandPaths(host.cwd, paths, responseEndings);
  return files.filter(isResponses).map(({ file }) => responseInput(host, file));
}

/** What standard input is called where files have their names. */
export const stdinName = '<stdin>';

/** A file as it is read, anew each time; `-` is standard input, which can be read once. */
export function responseInput({ cwd, stdin }: Host, file: string): Input {
  if (file === '-') return { name: stdinName, chunks: stdin };
  return { name: file, chunks: { [Symbol.asyncIterator]: () => openChunks(cwd, file) } };
}

/** Whether a file that was found holds answers; one that is named itself does, whatever it is called. */
export function isResponses({ file, named }: Expanded): boolean {
  return named || !(isLock(file) || file.endsWith(journalEnding));
}

/** What Excel puts beside a workbook while somebody has it open. */
function isLock(file: string): boolean {
  return /(^|[\\/])~\$[^\\/]*$/.test(file);
}
