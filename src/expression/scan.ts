import { type Problem, problem } from './problem.js';

/** The most characters that an expression may have. */
export const MOST_CHARACTERS = 20_000;
/** The most operators that may follow one another without a bracket. */
export const MOST_TERMS = 1_000;

const TEXT_LITERAL = [
  String.raw`"""(?:\\[^]|[^\\])*?"""`,
  String.raw`'''(?:\\[^]|[^\\])*?'''`,
  String.raw`"(?!"")(?:\\[^]|[^"\\\n\r])*"`,
  String.raw`'(?!'')(?:\\[^]|[^'\\\n\r])*'`,
].join('|');
const PIECE = new RegExp(String.raw`${TEXT_LITERAL}|//[^\n]*|!=|\s+|[^]`, 'g');

/**
 * What must be refused before the parser sees it: text that is too long, signs in a row (which the parser follows
 * without a limit), and comments. CEL has comments, but `7 // 2` and a text folded into one line would lose their
 * second half without a word.
 */
export function scan(text: string): readonly Problem[] {
  const whole = { start: 0, end: text.length };
  if (text.length > MOST_CHARACTERS) {
    return [problem('expression-too-large', whole, { what: 'characters', most: MOST_CHARACTERS })];
  }
  const problems: Problem[] = [];
  let afterSign = false;
  let doubled = 0;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (piece === '"' || piece === "'") break; // unterminated: what follows is not code, and the parser reports it
    if (piece.startsWith('//')) {
      const span = { start: index, end: index + piece.length };
      problems.push(problem('expression-not-allowed', span, { what: 'comment' }));
    } else if (piece.trim() !== '') {
      const sign = piece === '-' || piece === '!';
      if (sign && afterSign) doubled++;
      afterSign = sign;
    }
  }
  if (doubled > MOST_TERMS) {
    problems.push(problem('expression-too-large', whole, { what: 'terms', most: MOST_TERMS }));
  }
  return problems;
}
