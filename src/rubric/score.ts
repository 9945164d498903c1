import type { Given } from '../questionnaire/questionnaire.js';
import { resultOf } from './make-expression.js';
import { applyGates, evaluateNodes, makePass, scoreNode, start } from './pass.js';
import type { AnswerState, Frame, Plan, PlanGate, ScoreProblem, Term } from './plan.js';
import { isOpen } from './policies.js';
import { inRange } from './written-range.js';

export type Status = 'scored' | 'insufficient' | 'not_applicable';

/** The answers to score: values and states by question index, as `response/resolve` gives them. */
export interface Answers {
  readonly given: Given;
  readonly states: readonly AnswerState[];
  /** The wanted values by question index, where there are any. */
  readonly targets?: ReadonlyMap<number, number | string | boolean>;
}

/** The figures of one response, or of one unit, by slot of the plan. NaN is none. */
export interface Scorecard {
  readonly scores: Float64Array;
  /** Before the gates. */
  readonly ungated: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly coverage: Float64Array;
  /** The score if every question with a target stood at it; none where no question below has one. */
  readonly target: Float64Array;
  /** By slot; of nodes and indices. */
  readonly status: readonly Status[];
  readonly fired: readonly FiredGate[];
  readonly problems: readonly ScoreProblem[];
}

export interface FiredGate {
  readonly gate: PlanGate;
  readonly from: number;
  readonly to: number;
}

/**
 * Scores one response after another by the same plan (docs/format.md, rubric). The scorecard's arrays are used again by
 * the next call: `keepScorecard` copies what is to last.
 */
export function scorer(plan: Plan): (answers: Answers) => Scorecard {
  const { terms, presences, order, gates, indices, slots } = plan;
  const figures = () => new Float64Array(slots).fill(Number.NaN);
  const base = makePass(plan);
  const worst = makePass(plan);
  const best = makePass(plan);
  const wished = makePass(plan);
  const low = figures();
  const high = figures();
  const coverage = figures();
  const target = figures();
  const status = new Array<Status>(slots).fill('scored');
  const seesAnswers = gates.some(({ expression }) =>
    expression.references.some(({ root }) => root === 'answers'),
  );
  /** The terms whose answers could still have been given; as many at its start as count. */
  const openTerms: Term[] = [];

  return (answers) => {
    const { given, states, targets } = answers;
    const problems: ScoreProblem[] = [];
    start(base, answers, problems);
    let open = 0;
    for (const term of terms) {
      const state = states[term.question.index] ?? 'unanswered';
      const score = ownScore(term, state, given);
      base.scores[term.slot] = score;
      base.frame.applies[term.slot] = doesApply(state, score) ? 1 : 0;
      if (state === 'value') {
        if (Number.isNaN(score)) noteFault(term, given, problems);
      } else if (isOpen(state)) openTerms[open++] = term;
    }
    for (const { slot, question } of presences) {
      const state = states[question.index] ?? 'unanswered';
      const present = state === 'value' ? 0 : Number.NaN;
      base.scores[slot] = present;
      base.frame.applies[slot] = doesApply(state, present) ? 1 : 0;
    }
    for (const node of order) scoreNode(node, plan, base, coverage, status);
    const fired = applyGates(base, gates);

    if (open > 0) {
      for (const pass of [worst, best]) {
        start(pass, answers, []);
        pass.scores.set(base.scores);
        pass.frame.applies.set(base.frame.applies);
        for (let i = 0; i < open; i++) {
          const term = openTerms[i];
          if (term === undefined) continue;
          pass.scores[term.slot] = pass === worst ? term.answers.min : term.answers.max;
          pass.frame.applies[term.slot] = 1;
        }
        if (seesAnswers) pass.frame.given = supposed(given, openTerms, open, pass === worst);
        evaluateNodes(pass, plan);
        applyGates(pass, gates);
      }
    }
    for (const { slot, bounded } of order) {
      const score = base.gated[slot] ?? Number.NaN;
      low[slot] = bounded
        ? open > 0
          ? least(score, worst.gated[slot], best.gated[slot])
          : score
        : Number.NaN;
      high[slot] = bounded
        ? open > 0
          ? most(score, worst.gated[slot], best.gated[slot])
          : score
        : Number.NaN;
    }

    target.fill(Number.NaN);
    if (targets !== undefined && targets.size > 0) {
      start(wished, answers, []);
      wished.scores.set(base.scores);
      wished.frame.applies.set(base.frame.applies);
      const wanted = new Set<number>();
      for (const { slot, question, score } of terms) {
        const wish = targets.get(question.index);
        if (wish === undefined) continue;
        wished.scores[slot] = score(wish);
        wished.frame.applies[slot] = 1;
        wanted.add(slot);
      }
      evaluateNodes(wished, plan);
      applyGates(wished, gates);
      for (const { slot, coverage } of order) {
        if (coverage.slots.some((each) => wanted.has(each))) target[slot] = wished.gated[slot] ?? Number.NaN;
      }
    }

    for (const index of indices) {
      const result = evaluateIndex(index, { ...base.frame, scores: base.gated });
      base.gated[index.slot] = result;
      status[index.slot] = Number.isNaN(result) ? 'insufficient' : 'scored';
    }
    return { scores: base.gated, ungated: base.scores, low, high, coverage, target, status, fired, problems };
  };
}

/** Says once why an answer has no score, though several nodes may use it. */
function noteFault({ question, raw }: Term, { values }: Given, problems: ScoreProblem[]): void {
  if (raw.fault === undefined || problems.some(({ node }) => node === question.id)) return;
  const fault = raw.fault(values[question.index], question.id);
  if (fault !== undefined) problems.push(fault);
}

/** What was given, with the worst or the best answers where there could still be some: gates look at answers too. */
function supposed(
  { values, profile }: Given,
  openTerms: readonly Term[],
  open: number,
  worst: boolean,
): Given {
  const all = values.slice();
  for (let i = 0; i < open; i++) {
    const term = openTerms[i];
    if (term?.raw.ends === undefined) continue;
    const { least, most } = term.raw.ends;
    all[term.question.index] = worst === term.question.reverse ? most : least;
  }
  return { values: all, profile };
}

/** A scorecard that no later call touches. */
export function keepScorecard(card: Scorecard): Scorecard {
  return {
    scores: card.scores.slice(),
    ungated: card.ungated.slice(),
    low: card.low.slice(),
    high: card.high.slice(),
    coverage: card.coverage.slice(),
    target: card.target.slice(),
    status: [...card.status],
    fired: card.fired,
    problems: card.problems,
  };
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

function least(a: number, b = Number.NaN, c = Number.NaN): number {
  let result = a;
  if (!(result <= b) && !Number.isNaN(b)) result = b;
  if (!(result <= c) && !Number.isNaN(c)) result = c;
  return result;
}

function most(a: number, b = Number.NaN, c = Number.NaN): number {
  let result = a;
  if (!(result >= b) && !Number.isNaN(b)) result = b;
  if (!(result >= c) && !Number.isNaN(c)) result = c;
  return result;
}
