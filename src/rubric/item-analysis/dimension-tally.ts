import type { Given } from '../../questionnaire/questionnaire.js';
import type { Plan, PlanNode, Term } from '../plan.js';
import { covarianceSums } from './covariance.js';
import { reliability } from './reliability.js';

/** How the questions of a dimension go together, over the responses that answer all of them. */
export interface DimensionBehaviour {
  readonly node: PlanNode;
  /** The scored questions in it that are asked of everybody, by `Question.index`. */
  readonly questions: readonly number[];
  /** The responses with an answer to all of these. */
  readonly complete: number;
  /** Of these, the share with the lowest, and with the highest, answer to every question. */
  readonly floor?: number;
  readonly ceiling?: number;
  readonly alpha?: number;
  /** In the order of `questions`. */
  readonly itemRest: readonly (number | undefined)[];
}

export interface DimensionTally {
  readonly add: (given: Given) => void;
  readonly finish: () => DimensionBehaviour;
}

/** Fewer questions than this make no scale. */
const fewestQuestions = 3;

/** A tally for each dimension in which enough questions are scored and asked of everybody, in the order of the plan. */
export function dimensionTallies(plan: Plan): readonly DimensionTally[] {
  const terms = new Map(plan.terms.map((term) => [term.slot, term]));
  return plan.nodes.flatMap((node) => {
    if (node.kind !== 'dimension') return [];
    const { slots, shares } = node.coverage;
    const counting = slots.flatMap((slot, i) => ((shares[i] ?? 0) > 0 ? (terms.get(slot) ?? []) : []));
    const members = counting.filter(
      ({ question, answers }) => question.when === undefined && answers.max > answers.min,
    );
    return members.length < fewestQuestions ? [] : [tallyOf(node, members)];
  });
}

/** Scores run from 0, the lowest possible, to 1: so that questions of different ranges can be set side by side. */
function tallyOf(node: PlanNode, members: readonly Term[]): DimensionTally {
  const sums = covarianceSums(members.length);
  const scores = new Float64Array(members.length);
  let lowest = 0;
  let highest = 0;
  return {
    add: ({ values }) => {
      let low = true;
      let high = true;
      for (const [i, { question, score, answers }] of members.entries()) {
        const value = values[question.index];
        if (value === undefined) return;
        const found = (score(value) - answers.min) / (answers.max - answers.min);
        if (Number.isNaN(found)) return;
        low &&= found <= 0;
        high &&= found >= 1;
        scores[i] = found;
      }
      sums.add(scores);
      if (low) lowest += 1;
      if (high) highest += 1;
    },
    finish: () => {
      const covariances = sums.finish();
      const { cases } = covariances;
      return {
        node,
        questions: members.map(({ question }) => question.index),
        complete: cases,
        ...(cases === 0 ? {} : { floor: lowest / cases, ceiling: highest / cases }),
        ...reliability(covariances, members.length),
      };
    },
  };
}
