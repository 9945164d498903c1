import type { Edit } from './fix.js';

/** The text with the edits made. They must not overlap; everything outside them stays as it is. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let mended = '';
  let at = 0;
  for (const { start, end, text: replacement } of inOrder(edits)) {
    if (start < at || end < start || end > text.length)
      throw new RangeError(`no such edit: ${start} to ${end}`);
    mended += text.slice(at, start) + replacement;
    at = end;
  }
  return mended + text.slice(at);
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
