import type { Question } from '../../questionnaire/questionnaire.js';
import { figure } from '../methods/arithmetic.js';
import type { AnswerState, Frame, Term } from '../plan.js';
import { type Range, turn } from '../range.js';
import { doesApply } from '../scoring/first-pass.js';
import type { AnswerStep, Known, OwnScore, QuestionDerivation } from './derivation-tree.js';
import { shownAnswer } from './shown-answer.js';

/** A question from its answer to its score, under the policies of one place in the rubric. */
export function deriveTerm(term: Term, frame: Frame): QuestionDerivation {
  const { question } = term;
  const state = frame.states[question.index] ?? 'unanswered';
  const score = known(frame.scores[term.slot]);
  return {
    ...deriveUnscored(question, frame),
    steps: state === 'value' ? stepsOf(term, frame, score) : [policyStep(term, state, score)],
    score,
  };
}

/** A question with its answer alone: as expressions see it, or one that is not scored. */
export function deriveUnscored(question: Question, { states, given }: Frame): QuestionDerivation {
  const { id, text, index } = question;
  return {
    kind: 'question',
    id,
    title: text,
    answer: shownAnswer(question, states[index], given.values[index]),
    steps: [],
    score: null,
  };
}

/** A figure of the engine, whose NaN is none. */
export function known(score: number | undefined): Known {
  return score === undefined || Number.isNaN(score) ? null : score;
}

function stepsOf(term: Term, { given }: Frame, score: Known): readonly AnswerStep[] {
  const { question, raw, to } = term;
  const value = given.values[question.index];
  const own = known(raw.score(value));
  const problem = own === null ? (raw.fault?.(value, question.id) ?? null) : null;
  const steps: AnswerStep[] = [{ kind: 'own', by: ownScore(term, value), score: own, problem }];
  if (own === null || score === null) return steps;
  const turned = question.reverse ? turn(own, raw.range) : own;
  if (question.reverse) {
    const { min, max } = raw.range;
    const arithmetic = `${figure(min)} + ${figure(max)} − ${figure(own)}`;
    steps.push({ kind: 'reversed', arithmetic, score: turned });
  }
  if (to !== undefined) {
    steps.push({ kind: 'mapped', arithmetic: rescaling(turned, raw.range, to), score, to });
  }
  return steps;
}

function ownScore({ question, raw }: Term, value: Frame['given']['values'][number]): OwnScore {
  if (raw.arithmetic !== undefined) return { kind: 'arithmetic', arithmetic: raw.arithmetic(value) };
  if (question.type !== 'number') return { kind: 'answer' };
  switch (question.score.by) {
    case 'nothing':
    case 'itself':
      return { kind: 'answer' };
    case 'steps': {
      const step = question.score.steps.findLast(({ from }) => typeof value === 'number' && value >= from);
      return { kind: 'step', from: step?.from ?? null };
    }
    case 'expression':
      return { kind: 'expression', text: question.score.expression.text };
  }
}

/** The formula of `rescale` with the figures put in. */
function rescaling(score: number, from: Range, to: Range): string {
  const above = from.min === 0 ? figure(score) : `(${figure(score)} − ${figure(from.min)})`;
  const span = from.min === 0 ? figure(from.max) : `(${figure(from.max)} − ${figure(from.min)})`;
  const share = `${above} / ${span}`;
  return to.min === 0
    ? `${share} × ${figure(to.max)}`
    : `${figure(to.min)} + ${share} × (${figure(to.max)} − ${figure(to.min)})`;
}

function policyStep(term: Term, nonAnswer: Exclude<AnswerState, 'value'>, score: Known): AnswerStep {
  const { answers, policies } = term;
  const counted = policies[nonAnswer];
  return {
    kind: 'policy',
    nonAnswer,
    policy:
      counted === 'exclude'
        ? 'exclude'
        : counted === answers.min
          ? 'lowest'
          : counted === answers.max
            ? 'highest'
            : 'number',
    score,
    applies: doesApply(nonAnswer, score ?? Number.NaN),
  };
}
