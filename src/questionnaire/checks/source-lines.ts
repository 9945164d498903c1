import type { Place, Position } from '../../finding/finding.js';

/** The place of some characters of a file, for a rule that reads the text and not the questionnaire. */
export function placeIn(file: string, text: string, start: number, end: number): Place {
  return { file, range: { start: position(text, start), end: position(text, end) } };
}

function position(text: string, offset: number): Position {
  let line = 1;
  let first = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    first = at + 1;
  }
  return { line, column: offset - first + 1, offset };
}
