import { valueAt } from '../definition/tree.js';
import type { Fix, MakeFix } from './fix.js';
import { quoted } from './quoted.js';

/** A value that is of another type only by the way it is written: `"2"` for 2, `yes` for true, `1.10` for "1.10". */
export const retype: MakeFix<'wrong-type'> = ({ range, path = [], args }, written) => {
  if (range === undefined) return undefined;
  const { needed, allowed = [] } = args;
  const { start, end } = range;
  const token = written.text.slice(start.offset, end.offset);
  const value = valueAt(written.source?.data, path);
  const put = (text: string, to: unknown): Fix => ({
    edits: [{ start: start.offset, end: end.offset, text }],
    changes: [{ from: value, to }],
  });
  if (/[\r\n]/.test(token)) return undefined;
  if (needed.includes('a text')) {
    return typeof value === 'number' || typeof value === 'boolean' ? put(quoted(token), token) : undefined;
  }
  if (typeof value !== 'string' || bare(token) !== value) return undefined;
  if (needed.includes('true or false')) {
    if (/^(yes|on)$/i.test(value)) return put('true', true);
    return /^(no|off)$/i.test(value) ? put('false', false) : undefined;
  }
  const isWhole = needed.includes('a whole number');
  if (isWhole || needed.includes('a number')) {
    const isNumber = isWhole ? /^-?(0|[1-9]\d*)$/ : /^-?(0|[1-9]\d*)(\.\d+)?$/;
    const isAllowed = allowed.length === 0 || allowed.includes(value);
    return isNumber.test(value) && isAllowed ? put(value, Number(value)) : undefined;
  }
  // What holds a comma may be a list already, without its brackets.
  if (needed.includes('a list') && !/[,;[\]{}]/.test(value) && value !== '')
    return put(`[${token}]`, [value]);
  return undefined;
};

/** Words that other readers of YAML take for true or false: in quotes they are texts to all. */
export const quoteWord: MakeFix<'yaml-boolean-word'> = ({ range, args }, { text }) =>
  range === undefined || text.slice(range.start.offset, range.end.offset) !== args.word
    ? undefined
    : {
        edits: [{ start: range.start.offset, end: range.end.offset, text: quoted(args.word) }],
        changes: [],
      };

/** A number with leading zeros, as it is read. */
export const withoutZeros: MakeFix<'yaml-leading-zero'> = ({ range, args }, { text }) =>
  range === undefined || text.slice(range.start.offset, range.end.offset) !== args.found
    ? undefined
    : {
        edits: [{ start: range.start.offset, end: range.end.offset, text: String(args.read) }],
        changes: [],
      };

function bare(token: string): string {
  return token.replace(/^(["'])(.*)\1$/, '$2');
}
