import type { Place, Position } from '../../finding/finding.js';
import type { SourceContext } from './check-rule.js';

/** A file's text, and the places of its characters. */
export interface Source {
  readonly text: string;
  readonly place: (start: number, end: number) => Place;
}

/** The files that a definition is made of, as they are written; only those where there is `something` to look at. */
export function* sourcesOf({ files, textOf }: SourceContext, something: RegExp): Generator<Source> {
  for (const file of files) {
    const text = textOf(file) ?? '';
    if (something.test(text)) yield { text, place: placesIn(file, text) };
  }
}

/**
 * Gives the place of characters of a file, for a rule that reads the text and not the questionnaire. Asked for in the
 * order of the text, so that it is gone through once.
 */
export function placesIn(file: string, text: string): (start: number, end: number) => Place {
  let line = 1;
  let first = 0;
  const position = (offset: number): Position => {
    for (let at = text.indexOf('\n', first); at !== -1 && at < offset; at = text.indexOf('\n', first)) {
      line++;
      first = at + 1;
    }
    return { line, column: offset - first + 1, offset };
  };
  return (start, end) => ({ file, range: { start: position(start), end: position(end) } });
}
