import type { Given } from '../questionnaire/questionnaire.js';
import type { AnswerState, Plan, PlanGate, ScoreProblem, Term } from './plan.js';
import { firstPass } from './scoring/first-pass.js';
import { applyGates, evaluateNodes, makePass, start } from './scoring/pass.js';

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
  const { terms, order, gates, slots } = plan;
  const figures = () => new Float64Array(slots).fill(Number.NaN);
  const first = firstPass(plan);
  const { pass: base, coverage, status, openTerms } = first;
  const worst = makePass(plan);
  const best = makePass(plan);
  const wished = makePass(plan);
  const low = figures();
  const high = figures();
  const target = figures();
  const seesAnswers = gates.some(({ expression }) =>
    expression.references.some(({ root }) => root === 'answers'),
  );

  return (answers) => {
    const { given, targets } = answers;
    const problems: ScoreProblem[] = [];
    const { open, fired } = first.run(answers, problems);

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

    first.index();
    return { scores: base.gated, ungated: base.scores, low, high, coverage, target, status, fired, problems };
  };
}

/** The same, sooner, where nothing but scores is looked at: no figure is bounded, covered or wished for. */
export function plainScorer(plan: Plan): (answers: Answers) => Scorecard {
  const { pass, status, run, index } = firstPass(plan);
  const none = new Float64Array(plan.slots).fill(Number.NaN);
  const unknown = { low: none, high: none, coverage: none, target: none };
  return (answers) => {
    const problems: ScoreProblem[] = [];
    const { fired } = run(answers, problems);
    index();
    return { scores: pass.gated, ungated: pass.scores, ...unknown, status, fired, problems };
  };
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
