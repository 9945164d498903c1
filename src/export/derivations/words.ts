import type { Value } from '../../expression/expression.js';
import type { Known, ShownAnswer, ShownBand } from '../../rubric/derivation/derivation-tree.js';
import type { Part } from '../../rubric/methods/method.js';
import { roundHalfUp } from '../../rubric/numerics.js';
import type { AnswerState, ScoreProblem, Threshold } from '../../rubric/plan.js';
import type { Status } from '../../rubric/score.js';
import type { LinePart } from './line.js';
import { formula } from './line.js';

/** What a person says of a question without an answer. */
const stateWords: Readonly<Record<AnswerState, string>> = {
  value: 'answered',
  unanswered: 'left blank',
  dont_know: 'answered “don’t know”',
  not_applicable: 'answered “not applicable”',
  refused: 'answered “prefer not to say”',
  not_asked: 'not asked',
};

/** Why there is no score. */
export const statusWords: Readonly<Record<Status, string>> = {
  scored: 'scored',
  insufficient: 'not enough answers for a score',
  not_applicable: 'does not apply',
};

/** The same said of what another answer would take the place of. */
const replacedWords: Readonly<Record<AnswerState, string>> = {
  value: 'the answer',
  unanswered: 'a blank',
  dont_know: '“don’t know”',
  not_applicable: '“not applicable”',
  refused: '“prefer not to say”',
  not_asked: 'nothing',
};

/** `3 (Established)`, `yes`, `left blank` */
export function answerWords(answer: ShownAnswer): string {
  return answer.value === null ? stateWords[answer.state] : givenWords(answer.value, answer.label);
}

/** `3 (Established)`, `yes`, `a blank` */
export function replacedAnswerWords({ state, value, label }: ShownAnswer): string {
  return value === null ? replacedWords[state] : givenWords(value, label);
}

function givenWords(value: Value, label: string | null): string {
  const written = Array.isArray(value) ? value.map(valueWords).join(', ') : valueWords(value);
  if (label === null) return written;
  return typeof value === 'boolean' || label.startsWith(written) ? label : `${written} (${label})`;
}

/** A value of an expression; `no value` where it is none. */
export function valueWords(value: Value | null): string {
  if (value === null) return 'no value';
  if (Array.isArray(value)) return `[${value.map(valueWords).join(', ')}]`;
  return String(value);
}

export function scoreWords(score: Known): LinePart {
  return score === null ? 'no score' : formula(score);
}

/** `66.7 %` */
export function percent(share: number): string {
  return `${roundHalfUp(100 * share, 1)} %`;
}

/** `, 66.7 % of the result` */
export function partWords(part: Part | null): string {
  if (part === null) return '';
  switch (part.kind) {
    case 'share':
      return `, ${percent(part.share)} of the result`;
    case 'amount':
      return `, adds ${String(part.amount)}`;
    case 'choice':
      return part.picked ? ', which decides' : '';
  }
}

/** `at least 2`, `more than 50` */
export function thresholdWords({ from, exclusive }: Threshold): string {
  return exclusive ? `more than ${from}` : `at least ${from}`;
}

/** `Established (from 2.5)` */
export function bandWords({ label, from, exclusive }: ShownBand): string {
  return `${label} (${exclusive ? 'above' : 'from'} ${from})`;
}

export function problemWords(problem: ScoreProblem): string {
  switch (problem.kind) {
    case 'not-finite':
      return `the method gave ${problem.found}, which is no score`;
    case 'outside-range':
      return `the method gave ${problem.found}, outside its range of ${problem.range.min} to ${problem.range.max}: no score`;
    case 'failed':
      return `the method failed: ${problem.detail}`;
  }
}
