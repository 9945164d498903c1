import type { Given } from '../../questionnaire/questionnaire.js';
import { resultOf } from '../plan/node-methods/make-expression.js';
import { isOpen } from '../plan/terms/policies.js';
import { inRange } from '../plan/written-range.js';
import type { AnswerState, Frame, Plan, ScoreProblem, Term } from '../plan.js';
import type { Answers, FiredGate, Status } from '../score.js';
import { applyGates, makePass, type Pass, scoreNode, start } from './pass.js';

/** The pass over what was answered, whose arrays every response uses again. */
export interface FirstPass {
  readonly pass: Pass;
  readonly coverage: Float64Array;
  /** By slot; of nodes and indices. */
  readonly status: Status[];
  /** The terms whose answers could still have been given; as many at its start as the last response had. */
  readonly openTerms: readonly Term[];
  /** Scores all nodes and gates; how many answers are open, and which gates fired. */
  readonly run: (answers: Answers, problems: ScoreProblem[]) => Run;
  /** Scores indices, after all else. */
  readonly index: () => void;
}

interface Run {
  readonly open: number;
  readonly fired: readonly FiredGate[];
}

export function firstPass(plan: Plan): FirstPass {
  const { terms, presences, order, gates, indices, slots } = plan;
  const pass = makePass(plan);
  const { scores, gated, frame } = pass;
  const coverage = new Float64Array(slots).fill(Number.NaN);
  const status = new Array<Status>(slots).fill('scored');
  const openTerms: Term[] = [];
  return {
    pass,
    coverage,
    status,
    openTerms,
    run: (answers, problems) => {
      const { given, states } = answers;
      start(pass, answers, problems);
      let open = 0;
      for (const term of terms) {
        const state = states[term.question.index] ?? 'unanswered';
        const score = ownScore(term, state, given);
        scores[term.slot] = score;
        frame.applies[term.slot] = doesApply(state, score) ? 1 : 0;
        if (state === 'value') {
          if (Number.isNaN(score)) noteFault(term, given, problems);
        } else if (isOpen(state)) openTerms[open++] = term;
      }
      for (const { slot, question } of presences) {
        const state = states[question.index] ?? 'unanswered';
        const present = state === 'value' ? 0 : Number.NaN;
        scores[slot] = present;
        frame.applies[slot] = doesApply(state, present) ? 1 : 0;
      }
      for (const node of order) scoreNode(node, plan, pass, coverage, status);
      return { open, fired: applyGates(pass, gates) };
    },
    index: () => {
      for (const index of indices) {
        const result = evaluateIndex(index, { ...frame, scores: gated });
        gated[index.slot] = result;
        status[index.slot] = Number.isNaN(result) ? 'insufficient' : 'scored';
      }
    },
  };
}

/** Says once why an answer has no score, though several nodes may use it. */
function noteFault({ question, raw }: Term, { values }: Given, problems: ScoreProblem[]): void {
  if (raw.fault === undefined || problems.some(({ node }) => node === question.id)) return;
  const fault = raw.fault(values[question.index], question.id);
  if (fault !== undefined) problems.push(fault);
}

/** The value of an index over finished scores; NaN where it has none, with a problem where the arithmetic fails. */
export function evaluateIndex(index: Plan['indices'][number], frame: Frame): number {
  const { expression, range, id } = index;
  return inRange(resultOf(expression, frame, id), range, id, frame);
}

function ownScore(term: Term, state: AnswerState, given: Given): number {
  if (state === 'value') return term.score(given.values[term.question.index]);
  const policy = term.policies[state];
  return policy === 'exclude' ? Number.NaN : policy;
}

/** Whether an answer in this state, with this score, counts towards coverage. */
export function doesApply(state: AnswerState, score: number): boolean {
  return (state !== 'not_applicable' && state !== 'not_asked') || !Number.isNaN(score);
}
