import { extname } from 'node:path';
import { UsageError } from '../usage-error.js';
import type { CompareOptions } from './options.js';

/** Refuses options that do not go together. */
export function checkOptions({
  layout,
  transpose,
  strictRanks,
  rank,
  datapackage,
  output,
}: CompareOptions): void {
  if (transpose && layout === 'long') {
    throw new UsageError('--transpose turns a wide table; a long one has a row for each figure already');
  }
  if (strictRanks && !rank) {
    throw new UsageError('--strict-ranks says how to rank; nobody is ranked without --rank');
  }
  if (!datapackage) return;
  if (output === undefined || !['.csv', '.tsv'].includes(extname(output).toLowerCase())) {
    throw new UsageError(
      '--datapackage describes a CSV or TSV file, and none is written',
      'Name one with -o, such as -o comparison.csv.',
    );
  }
  if (transpose) {
    throw new UsageError(
      '--datapackage describes columns, and those of a transposed table hold figures of any kind',
    );
  }
}
