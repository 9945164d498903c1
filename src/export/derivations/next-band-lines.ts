import type { AnswerChange, NextBand } from '../../rubric/next-band/next-band-tree.js';
import { formula, type Line, line } from './line.js';
import { answerWords, bandWords, replacedAnswerWords } from './words.js';

/** What would bring a figure into the next band up, the smallest change first; or that nothing small would. */
export function nextBandLines(next: NextBand): readonly Line[] {
  switch (next.kind) {
    case 'no_bands':
      return [];
    case 'no_score':
      return [line('Without a score there is no next band')];
    case 'highest':
      return [line('This is the highest band')];
    case 'not_searched':
      return [
        line(
          `The next band up is ${bandWords(next.band)}. What would reach it was not searched: there are too many responses below`,
        ),
      ];
    case 'no_single_change':
      return [
        line(`The next band up is ${bandWords(next.band)}. No single change of an answer would reach it`),
      ];
    case 'changes':
      return [
        line(
          `The next band up is ${bandWords(next.band)}. ${
            next.changes.length === 1
              ? 'This single change would reach it:'
              : 'Any one of these changes would reach it:'
          }`,
          next.changes.map((change) => changeLine(change, next.band.id)),
        ),
      ];
  }
}

function changeLine(
  { response, question, title, from, to, rounded, band }: AnswerChange,
  goal: string,
): Line {
  const who = response === null ? '' : `${response}, `;
  const beyond = band.id === goal ? '' : `, and so in ${band.label}`;
  return line([
    `${who}${title} (${question}): ${answerWords(to)} instead of ${replacedAnswerWords(from)}, which makes `,
    formula(rounded ?? ''),
    beyond,
  ]);
}
