import type { MissingDefinition } from '../../../generated/definitions.js';
import type { NonAnswer, Question } from '../../../questionnaire/questionnaire.js';
import type { Policies, Presence, Term } from '../../plan.js';
import { type Range, rescale, turn } from '../../range.js';
import type { AnswerScore } from './answer-score.js';
import { resolvePolicies } from './policies.js';
import type { ScoredQuestion } from './scored-questions.js';

/** A question's score after `reverse` and `range`. */
export function mapScore(
  { score, range }: AnswerScore,
  reverse: boolean,
  to: Range | undefined,
): Pick<AnswerScore, 'score' | 'range'> {
  const turned = reverse ? (value: number) => turn(value, range) : (value: number) => value;
  const mapped = to === undefined ? turned : (value: number) => rescale(turned(value), range, to);
  return { score: (value) => mapped(score(value)), range: to ?? range };
}

/** The non-answers that can come up at a question. */
function possibleNonAnswers(question: Question): readonly NonAnswer[] {
  return [
    ...(question.required ? [] : (['unanswered'] as const)),
    ...question.nonAnswers,
    ...(question.when === undefined ? [] : (['not_asked'] as const)),
  ];
}

/** The terms of a plan: each scored question once for each set of policies that it comes under. */
export interface Terms {
  readonly all: readonly Term[];
  /** The term of a question under the policies written from the nearest place outwards. */
  readonly of: (question: Question, written: readonly (MissingDefinition | undefined)[]) => Term | undefined;
  /** The presence of a question that is not scored. */
  readonly presence: (question: Question, weight: number) => Presence;
  readonly presences: readonly Presence[];
}

export function collectTerms(scored: ReadonlyMap<string, ScoredQuestion>, nextSlot: () => number): Terms {
  const all: Term[] = [];
  const presences: Presence[] = [];
  const known = new Map<string, Term>();
  return {
    all,
    presences,
    presence: (question, weight) => {
      const presence = { slot: nextSlot(), question, weight };
      presences.push(presence);
      return presence;
    },
    of: (question, written) => {
      const how = scored.get(question.id);
      if (how === undefined) return undefined;
      const policies = resolvePolicies(written, how.answer.range);
      const key = `${question.id} ${JSON.stringify(policies)}`;
      let term = known.get(key);
      if (term === undefined) {
        term = makeTerm(nextSlot(), question, how, policies);
        known.set(key, term);
        all.push(term);
      }
      return term;
    },
  };
}

function makeTerm(
  slot: number,
  question: Question,
  { answer: { score, range }, raw, to, weight }: ScoredQuestion,
  policies: Policies,
): Term {
  const possible = possibleNonAnswers(question).map((kind) => policies[kind]);
  const figures = possible.filter((policy) => typeof policy === 'number');
  return {
    slot,
    question,
    weight,
    score,
    raw,
    ...(to === undefined ? {} : { to }),
    answers: range,
    range: { min: Math.min(range.min, ...figures), max: Math.max(range.max, ...figures) },
    optional: possible.includes('exclude') || mayFail(question),
    policies,
  };
}

/** Whether an answer can be without a score: an expression can come to none. */
function mayFail(question: Question): boolean {
  return question.type === 'number' && question.score.by === 'expression';
}
