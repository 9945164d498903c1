import type { Value } from '../../../expression/expression.js';
import type { Question } from '../../../questionnaire/questionnaire.js';
import type { ScoreProblem } from '../../plan.js';
import type { Range } from '../../range.js';
import { choicesScore, optionScores } from './choices-score.js';
import { numberScore } from './number-score.js';

/** The scores that answers to a question have before `reverse` and `range`, and how far they reach. */
export interface AnswerScore {
  readonly score: (value: Value | undefined) => number;
  /** Over all permitted answers. */
  readonly range: Range;
  /** The formula with the figures put in, where there is one. */
  readonly arithmetic?: (value: Value | undefined) => string;
  /** Answers that score the least and the most, where it is known which do. */
  readonly ends?: { readonly least: Value; readonly most: Value };
  /** Why an answer has no score. */
  readonly fault?: (value: Value | undefined, question: string) => ScoreProblem | undefined;
}

/** Scores by level value, option id, or yes and no, where a rubric gives them. */
export type ScoreOverrides = ReadonlyMap<string, number>;

/** Whether answers to questions of its type can have a score. */
export function couldScore({ type }: Question): boolean {
  return type !== 'text' && type !== 'date';
}

/** How answers to a question score (docs/format.md, question types); nothing for one that is not scored. */
export function answerScore(question: Question, overrides: ScoreOverrides): AnswerScore | undefined {
  switch (question.type) {
    case 'level':
      return table(
        question.scale.levels.map(({ value, score }) => [value, overrides.get(String(value)) ?? score]),
      );
    case 'yes_no':
      return table([
        [false, overrides.get('no') ?? 0],
        [true, overrides.get('yes') ?? 1],
      ]);
    case 'choice': {
      const scores = optionScores(question.options, overrides);
      return scores === undefined ? undefined : table([...scores]);
    }
    case 'choices':
      return choicesScore(question, overrides);
    case 'number':
      return numberScore(question);
    case 'text':
    case 'date':
      return undefined;
  }
}

/** Below this, whole values have their scores in a list, where they are found in half the time. */
const fewLevels = 32;

function table(entries: readonly (readonly [Value, number])[]): AnswerScore {
  const scores = new Map<Value | undefined, number>(entries);
  const listed = Float64Array.from({ length: fewLevels }, (_, value) => scores.get(value) ?? Number.NaN);
  const sorted = entries.toSorted(([, a], [, b]) => a - b);
  const [least = [false, Number.NaN] as const] = sorted;
  const most = sorted.at(-1) ?? least;
  return {
    score: (value) =>
      (typeof value === 'number' ? listed[value] : undefined) ?? scores.get(value) ?? Number.NaN,
    range: { min: least[1], max: most[1] },
    ends: { least: least[0], most: most[0] },
  };
}
