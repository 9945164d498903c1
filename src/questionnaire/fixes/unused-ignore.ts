import { isError } from '../../finding/finding.js';
import type { Edit, MakeFix } from './fix.js';

const comment = /[ \t]*(#+[ \t]*milepost-ignore-next-line:?[ \t]+)([^\r\n]*)/g;

/**
 * Takes a rule out of a comment that ignores nothing of it, and the comment with its last rule. Not while there are
 * errors, which keep rules from being looked at, and not in a part that other files include: what is ignored there may
 * be found only from them.
 */
export const takeOutIgnore: MakeFix<'ignore-unused'> = ({ range }, { text, findings }) => {
  if (range === undefined || findings.some(isError)) return undefined;
  if (/^["']?kind["']?[ \t]*:[ \t]*["']?(?:fragment|rubric)\b/m.test(text)) return undefined;
  const [start, end] = [range.start.offset, range.end.offset];
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const line = /^[^\r\n]*(?:\r?\n)?/.exec(text.slice(first))?.[0] ?? '';
  for (const { 0: whole, 1: sign = '', 2: rest = '', index } of line.matchAll(comment)) {
    const idsFrom = first + index + whole.length - rest.length;
    if (start < idsFrom || end > idsFrom + rest.length || sign === '') continue;
    const ids = rest.split(/(?:^|\s)--(?:\s|$)/)[0] ?? '';
    const names = ids.split(',');
    if (names.length > 1) return { edits: [withoutName(names, idsFrom, start)], changes: [] };
    const isAlone = line.slice(0, index).trim() === '';
    const from = isAlone ? first : first + index;
    return {
      edits: [{ start: from, end: isAlone ? first + line.length : first + index + whole.length, text: '' }],
      changes: [],
    };
  }
  return undefined;
};

/** A name goes with the comma behind it, the last one with the comma before it. */
function withoutName(names: readonly string[], idsFrom: number, start: number): Edit {
  let from = idsFrom;
  for (const [i, name] of names.entries()) {
    const to = from + name.length;
    if (start >= from && start < to) {
      if (i < names.length - 1) {
        const next = names[i + 1] ?? '';
        return { start, end: to + 1 + next.length - next.trimStart().length, text: '' };
      }
      return { start: from - 1, end: from + name.trimEnd().length, text: '' };
    }
    from = to + 1;
  }
  return { start, end: start, text: '' };
}
