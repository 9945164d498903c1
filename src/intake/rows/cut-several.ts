import { fold } from '../../questionnaire/non-answer-words.js';

/** What a cell with several answers was cut into: known words in their order, and what is none of them. */
export interface Cut {
  readonly words: readonly string[];
  readonly rest: readonly string[];
}

/**
 * Cuts a cell that names several things joined by one of these texts. At each place the longest known word is taken that
 * a join or the end follows, so that a join within a word does not part it. A space can be a join too.
 */
export function cutSeveral(text: string, known: readonly string[], joins: readonly string[]): Cut {
  const folded = fold(text.replace(/\r\n?/g, '\n').replaceAll('\n', ';'));
  const marks = [';', ...joins.map((join) => join.trim().toLowerCase())].filter((mark) => mark !== '');
  const spaced = joins.some((join) => join !== '' && join.trim() === '');
  const longestFirst = known
    .map((word) => ({ word, folded: fold(word) }))
    .sort((one, other) => other.folded.length - one.folded.length);
  const words: string[] = [];
  const rest: string[] = [];
  const skipSpaces = (from: number) => {
    let at = from;
    while (folded[at] === ' ') at += 1;
    return at;
  };
  const markAt = (at: number) => marks.find((mark) => folded.startsWith(mark, at));
  for (let at = skipSpaces(0); at < folded.length; ) {
    const mark = markAt(at);
    if (mark !== undefined) {
      at = skipSpaces(at + mark.length);
      continue;
    }
    const found = longestFirst.find(({ folded: word }) => {
      if (word === '' || !folded.startsWith(word, at)) return false;
      const next = at + word.length;
      const end = skipSpaces(next);
      return end === folded.length || markAt(end) !== undefined || (spaced && end > next);
    });
    if (found !== undefined) {
      words.push(found.word);
      at = skipSpaces(at + found.folded.length);
      continue;
    }
    let end = at;
    while (end < folded.length && markAt(end) === undefined && !(spaced && folded[end] === ' ')) end += 1;
    rest.push(originalOf(text, folded, at, end));
    at = skipSpaces(end);
  }
  return { words, rest };
}

/** The part of the text as it was written, where folding left its length as it is; else as it was folded. */
function originalOf(text: string, folded: string, start: number, end: number): string {
  return (text.length === folded.length ? text : folded).slice(start, end).trim();
}
