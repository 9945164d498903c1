import type { Path } from '../../finding/finding.js';
import { valueAt } from '../definition/tree.js';
import type { Edit, Fix, MakeFix, Written } from './fix.js';

/** What a list names for the second time. */
export const takeOutTwice: MakeFix<'listed-twice'> = ({ path = [] }, written) => takeOut(path, written);

/** A file that is included for the second time. */
export const takeOutUse: MakeFix<'used-twice'> = ({ path = [] }, written) => takeOut(path, written);

function takeOut(path: Path, { text, source }: Written): Fix | undefined {
  const i = path.at(-1);
  const list = valueAt(source?.data, path.slice(0, -1));
  if (source === undefined || typeof i !== 'number' || i === 0 || !Array.isArray(list)) return undefined;
  if (typeof list[i] !== 'string') return undefined;
  const before = source.locate([...path.slice(0, -1), i - 1]).end.offset;
  const { start, end } = source.locate(path);
  const edit = fromFlow(text, before, start.offset, end.offset) ?? fromBlock(text, start.offset, end.offset);
  return edit === undefined
    ? undefined
    : { edits: [edit], changes: [{ from: list, to: list.toSpliced(i, 1) }] };
}

function fromFlow(text: string, before: number, start: number, end: number): Edit | undefined {
  return /^[ \t]*,\s*$/.test(text.slice(before, start)) ? { start: before, end, text: '' } : undefined;
}

/** The whole line, where nothing else stands in it. */
function fromBlock(text: string, start: number, end: number): Edit | undefined {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const behind = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  if (behind === undefined || !/^[ \t]*-[ \t]+$/.test(text.slice(first, start))) return undefined;
  return { start: first, end: end + behind.length, text: '' };
}
