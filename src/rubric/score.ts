import type { Given } from '../questionnaire/questionnaire.js';
import { reaches, round } from './numerics.js';
import type { AnswerState, Frame, Plan, PlanGate, PlanNode, ScoreProblem, Term } from './plan.js';
import { isOpen } from './policies.js';

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
  const { terms, order, gates, indices, slots } = plan;
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
      if (state !== 'value' && isOpen(state)) openTerms[open++] = term;
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
      const wanted = new Set<number>();
      for (const { slot, question, score } of terms) {
        const wish = targets.get(question.index);
        wished.scores[slot] = wish === undefined ? (base.scores[slot] ?? Number.NaN) : score(wish);
        wished.frame.applies[slot] = wish === undefined ? (base.frame.applies[slot] ?? 0) : 1;
        if (wish !== undefined) wanted.add(slot);
      }
      evaluateNodes(wished, plan);
      for (const { slot, coverage } of order) {
        if (coverage.slots.some((each) => wanted.has(each))) target[slot] = wished.scores[slot] ?? Number.NaN;
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
  const result = expression.evaluate(frame);
  if (typeof result !== 'number') {
    if (expression.isComplete(frame)) {
      frame.problems.push({ kind: 'not-finite', node: id, found: 'no finite number' });
    }
    return Number.NaN;
  }
  if (range !== undefined && !(result >= range.min && result <= range.max)) {
    frame.problems.push({ kind: 'outside-range', node: id, found: result, range });
    return Number.NaN;
  }
  return result;
}

/** Once through the tree: as it is, at its worst, at its best, or as wished. */
interface Pass {
  readonly scores: Float64Array;
  readonly gated: Float64Array;
  readonly frame: { given: Given; states: readonly AnswerState[]; problems: ScoreProblem[] } & Frame;
}

function makePass({ slots, gates, indices }: Plan): Pass {
  const scores = new Float64Array(slots).fill(Number.NaN);
  // Without gates and indices nothing tells the two apart.
  const gated = gates.length + indices.length === 0 ? scores : new Float64Array(slots).fill(Number.NaN);
  const given: Given = { values: [], profile: {} };
  return {
    scores,
    gated,
    frame: { given, states: [], scores, applies: new Uint8Array(slots), problems: [] },
  };
}

function start({ frame }: Pass, { given, states }: Answers, problems: ScoreProblem[]): void {
  frame.given = given;
  frame.states = states;
  frame.problems = problems;
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

function scoreNode(node: PlanNode, plan: Plan, pass: Pass, coverage: Float64Array, status: Status[]): void {
  const { slot, minimum } = node;
  const { scores, frame } = pass;
  const { slots, shares } = node.coverage;
  let valued = 0;
  let applying = 0;
  for (let i = 0; i < slots.length; i++) {
    const term = slots[i] ?? 0;
    if (frame.applies[term] === 0) continue;
    const share = shares[i] ?? 0;
    applying += share;
    const score = scores[term] ?? Number.NaN;
    if (!Number.isNaN(score)) valued += share;
  }
  if (applying === 0) {
    scores[slot] = Number.NaN;
    coverage[slot] = Number.NaN;
    status[slot] = 'not_applicable';
    frame.applies[slot] = 0;
    return;
  }
  frame.applies[slot] = 1;
  const covered = valued === applying ? 1 : valued / applying;
  coverage[slot] = covered;
  const score = reaches(covered, minimum) ? rounded(node.evaluate(frame), plan) : Number.NaN;
  scores[slot] = score;
  status[slot] = Number.isNaN(score) ? 'insufficient' : 'scored';
}

/** The nodes of a pass that looks past coverage. */
function evaluateNodes({ scores, frame }: Pass, plan: Plan): void {
  for (const node of plan.order) {
    const { slots } = node.coverage;
    let applies = false;
    for (let i = 0; i < slots.length && !applies; i++) applies = frame.applies[slots[i] ?? 0] === 1;
    frame.applies[node.slot] = applies ? 1 : 0;
    scores[node.slot] = applies ? rounded(node.evaluate(frame), plan) : Number.NaN;
  }
}

function rounded(score: number, { rounding }: Plan): number {
  return rounding.at === 'every_node' ? round(score, rounding.digits, rounding.mode) : score;
}

/** Gates read the ungated scores, and change only the node they are on. */
function applyGates({ scores, gated, frame }: Pass, gates: readonly PlanGate[]): readonly FiredGate[] {
  if (gated === scores) return [];
  gated.set(scores);
  const fired: FiredGate[] = [];
  for (const gate of gates) {
    const from = gated[gate.on.slot] ?? Number.NaN;
    if (gate.expression.evaluate(frame) !== true) continue;
    const to = Math.min(from, gate.cap);
    gated[gate.on.slot] = to;
    fired.push({ gate, from, to });
  }
  return fired;
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
