import type { Input } from '../intake/batch.js';
import { expandPath, openChunks } from './files.js';
import type { Host } from './host.js';

const endings = ['.csv', '.tsv', '.xlsx', '.xlsm', '.ods', '.xls', '.json', '.jsonl'];

/** The files that RESPONSES names: files, directories, and `-` for standard input. */
export function responseInputs(host: Host, paths: readonly string[]): readonly Input[] {
  return paths.flatMap((path) =>
    path === '-'
      ? [{ name: '<stdin>', chunks: host.stdin }]
      : expandPath(host.cwd, path, endings)
          .filter((file) => file === path || !isLock(file))
          .map((file) => ({
            name: file,
            chunks: openChunks(host.cwd, file),
          })),
  );
}

/** What Excel puts beside a workbook while somebody has it open. */
function isLock(file: string): boolean {
  return /(^|[\\/])~\$[^\\/]*$/.test(file);
}
