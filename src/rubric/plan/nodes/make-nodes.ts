import type { RubricContext } from '../rubric-context.js';
import type { ScoredQuestion } from '../terms/scored-questions.js';
import { collectTerms, type Terms } from '../terms/terms.js';
import { type FinishedNodes, finisher } from './finish-node.js';
import { makeDimensions } from './make-dimensions.js';
import { makeOverall } from './make-overall.js';
import { type Detail, makePooled } from './make-pooled.js';

export interface MadeNodes extends FinishedNodes {
  readonly terms: Terms;
}

/** Where scores are put: those of nodes in one stretch, those of what they are made of in another. */
export interface Slots {
  readonly nextFigure: () => number;
  readonly nextTerm: () => number;
}

/** Makes every node of the plan, with the terms that they need. */
export function makeNodes(
  context: RubricContext,
  scored: ReadonlyMap<string, ScoredQuestion>,
  { nextFigure, nextTerm }: Slots,
  also: Detail | undefined,
): MadeNodes {
  const terms = collectTerms(scored, nextTerm);
  const finish = finisher(context, terms, nextFigure);
  const dimensions = makeDimensions(context, terms, finish);
  makePooled(context, terms, finish, also);
  makeOverall(context, dimensions, terms, finish);
  return { terms, ...finish.finished };
}
