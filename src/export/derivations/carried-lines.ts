import type { CarriedBehind } from '../../compare/explain/carried-behind.js';
import { count } from '../../finding/words.js';
import { originWords } from '../../response/carry/origin-words.js';
import { type Line, line } from './line.js';
import { answerWords } from './words.js';

/** Which answers behind a figure were given in another instrument, and in which. */
export function carriedLines(carried: readonly CarriedBehind[]): readonly Line[] {
  if (carried.length === 0) return [];
  const head = `${count(carried.length, 'answer')} behind this figure ${carried.length === 1 ? 'was' : 'were'} brought over:`;
  return [line(head, carried.map(carriedLine))];
}

function carriedLine({ response, question, title, answer, from }: CarriedBehind): Line {
  return line(
    `${response}, ${title} (${question}): ${answerWords(answer)}, from ${from.response} of ${originWords(from)}`,
  );
}
