import type { Path } from '../../finding/finding.js';
import { valueAt } from '../definition/tree.js';
import type { Edit, Fix, MakeFix, Written } from './fix.js';
import { quoted } from './quoted.js';
import { replaceWord } from './replace-word.js';

/** Words and signs of other languages that stand for one of ours and for nothing else. */
const ours: ReadonlyMap<string, string> = new Map([
  ['=', '=='],
  ['and', '&&'],
  ['AND', '&&'],
  ['&', '&&'],
  ['or', '||'],
  ['OR', '||'],
  ['|', '||'],
  ['–', '-'],
  ['−', '-'],
  ['×', '*'],
  ['≥', '>='],
  ['≤', '<='],
  ['≠', '!='],
]);

const pairs: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
]);

/** A sign that CEL writes otherwise. */
export const replaceSign: MakeFix<'expression-syntax'> = (finding, written) => {
  const { args, range, path = [] } = finding;
  const to = ours.get(args.found);
  if (range === undefined) return undefined;
  if (to !== undefined) {
    // `=>` and `=<` are other signs, or none.
    const isWhole = !/[=<>]/.test(written.text[range.end.offset] ?? '');
    return isWhole ? replaceWord(finding, args.found, to, written) : undefined;
  }
  const close = pairs.get(args.found);
  return close === undefined ? undefined : straight(path, range.start.offset, close, written);
};

/** Quotes that a word processor has bent. */
function straight(path: Path, open: number, close: string, { text, source }: Written): Fix | undefined {
  const value = valueAt(source?.data, path);
  if (source === undefined || typeof value !== 'string') return undefined;
  const { start, end } = source.locate(path);
  const shut = text.indexOf(close, open);
  if (shut < 0 || shut >= end.offset) return undefined;
  const quote = text[start.offset] === '"' ? "'" : '"';
  const inner = text.slice(open + 1, shut);
  const bent = `${text[open] ?? ''}${inner}${close}`;
  if (/["'\\\r\n]/.test(inner) || !value.includes(bent)) return undefined;
  const edits: readonly Edit[] = [
    { start: open, end: open + 1, text: quote },
    { start: shut, end: shut + 1, text: quote },
  ];
  return { edits, changes: [{ from: value, to: value.replace(bent, () => quote + inner + quote) }] };
}

/** An expression that YAML ended within a text of it, taking the rest for a comment. */
export const joinCut: MakeFix<'expression-literal'> = ({ path = [], args }, { text, source }) => {
  const value = valueAt(source?.data, path);
  if (source === undefined || typeof value !== 'string' || args.fault !== 'unterminated') return undefined;
  const { start, end } = source.locate(path);
  const kept = text.slice(start.offset, end.offset);
  const rest = /^[ \t]+#[^\r\n]*/.exec(text.slice(end.offset))?.[0].trimEnd() ?? '';
  const whole = kept + rest;
  // Both halves must be parts of the one text that is left open.
  if (kept !== value || rest === '' || !/^(?:[^"']|"[^"]*"|'[^']*')*$/.test(whole)) return undefined;
  return {
    edits: [{ start: start.offset, end: end.offset + rest.length, text: quoted(whole) }],
    changes: [{ from: value, to: whole }],
  };
};
