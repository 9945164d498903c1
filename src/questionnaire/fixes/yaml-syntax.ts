import { shapes } from '../../generated/vocabulary.js';
import { parseYaml } from '../definition/yaml-source.js';
import { applyEdits } from './apply-edits.js';
import type { Edit, MakeFix } from './fix.js';
import { quoted } from './quoted.js';

/** What keeps a file from being read as YAML, where one small edit can be all that is missing. */
export const mendSyntax: MakeFix<'yaml-syntax'> = ({ range }, { text }) => {
  if (range === undefined) return undefined;
  const { offset } = range.start;
  for (const edits of [withoutTabs(text, offset), inQuotes(text, offset), withBackslashes(text, offset)]) {
    if (edits.length > 0 && readsFurther(text, edits, offset)) return { edits, changes: [] };
  }
  return undefined;
};

/** Whether the mended text can be read, or at least beyond the place that was mended. */
function readsFurther(text: string, edits: readonly Edit[], offset: number): boolean {
  const { findings } = parseYaml('', applyEdits(text, edits));
  const lineEnd = text.indexOf('\n', offset);
  return findings.every(
    ({ rule, range }) => rule === 'yaml-syntax' && lineEnd >= 0 && (range?.start.offset ?? 0) > lineEnd + 1,
  );
}

const tabWidths = [2, 4, 8];

/**
 * Spaces for the tabs that lines begin with (behind spaces they may be part of a text), where it does not matter how many. A file indented by tabs alone nests the
 * same whatever their width; where some widths give something else than others, only a person can say.
 */
function withoutTabs(text: string, offset: number): readonly Edit[] {
  const first = text.lastIndexOf('\n', offset - 1) + 1;
  if (text[first] !== '\t') return [];
  const readings = tabWidths.flatMap((width) => {
    const edits = tabEdits(text, width);
    const { source } = parseYaml('', applyEdits(text, edits));
    return source === undefined ? [] : [{ edits, reading: JSON.stringify(source.data) }];
  });
  const [narrowest] = readings;
  const isClear = readings.every(({ reading }) => reading === narrowest?.reading);
  return narrowest !== undefined && isClear ? narrowest.edits : [];
}

function tabEdits(text: string, width: number): readonly Edit[] {
  return Array.from(text.matchAll(/^\t[ \t]*(?=[^\s])/gm), ({ 0: indent, index }) => ({
    start: index,
    end: index + indent.length,
    text: expanded(indent, width),
  }));
}

/** A tab goes to the next stop, as editors show it. */
function expanded(indent: string, width: number): string {
  let columns = 0;
  for (const char of indent)
    columns = char === '\t' ? (Math.floor(columns / width) + 1) * width : columns + 1;
  return ' '.repeat(columns);
}

/** Keys that hold a text or an expression. */
const textKeys = 'text|title|label|help|guidance|description|notice|because|name|when|if|score|\\d+';
const textLine = new RegExp(
  `^[ \\t]*(?:- +)*(?:${textKeys}): +((?! )[^"'|>{}\\[\\]&*#!\\s-][^\\n]*?)[ \\t]*(?:[ \\t]#[^\\n]*|\\r)?$`,
);
const keys: ReadonlySet<string> = new Set(shapes.flatMap(({ keys = {} }) => Object.keys(keys)));

/** A text with a second `: ` in it, or one that begins with a sign that YAML keeps for itself. */
function inQuotes(text: string, offset: number): readonly Edit[] {
  const first = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', first);
  const line = text.slice(first, end < 0 ? text.length : end);
  const value = textLine.exec(line)?.[1];
  if (value === undefined || !(/^[@`%]/.test(value) || /:(?: |$)/.test(value))) return [];
  // What reads like a key of the format may be one, whose line was lost.
  const words = [...value.matchAll(/([\w-]+) *:(?= |$)/g)].map((match) => match[1] ?? '');
  if (words.some((word) => keys.has(word))) return [];
  const start = first + line.lastIndexOf(value);
  return [{ start, end: start + value.length, text: quoted(value) }];
}

/** What may stand behind a backslash in double quotes. */
const escapes = '0abtnvfre "/\\N_LPxuU\t';

/** Backslashes in double quotes that begin no escape: they can only stand for themselves. */
function withBackslashes(text: string, offset: number): readonly Edit[] {
  if (text[offset] !== '\\') return [];
  const rest = /^(?:\\[^\r\n]|[^"\\\r\n])*/.exec(text.slice(offset))?.[0] ?? '';
  return Array.from(rest.matchAll(/\\(.)/g))
    .filter(({ 1: letter = '' }) => !escapes.includes(letter))
    .map(({ index }) => ({ start: offset + index, end: offset + index, text: '\\' }));
}
