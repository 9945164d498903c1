import { isMap } from '../definition/tree.js';
import type { MakeFix } from './fix.js';

/** The line that says which version of the format a file has: there is only one. */
export const addMilepost: MakeFix<'missing-key'> = ({ path = [], args, range }, { text, source }) => {
  const data = source?.data;
  if (args.key !== 'milepost' || path.length > 0 || range === undefined || !isMap(data)) return undefined;
  const { column, offset } = range.start;
  if (column !== 1 || text[offset] === '{') return undefined;
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  return {
    edits: [{ start: offset, end: offset, text: `milepost: 1${lineEnd}` }],
    changes: [{ from: data, to: { milepost: 1, ...data } }],
  };
};
