import type { OverallDefinition } from '../../../generated/definitions.js';
import type { RubricContext } from '../rubric-context.js';
import { policiesOf } from '../terms/dimension-policies.js';
import type { Terms } from '../terms/terms.js';
import type { Finish } from './finish-node.js';
import { type BuiltDimension, belowAll } from './make-dimensions.js';
import { childOfTerm, childShares, type NodeEntry, poolShares } from './outline.js';

/** Makes the node of all dimensions, unless the rubric wants none. */
export function makeOverall(
  context: RubricContext,
  dimensions: readonly BuiltDimension[],
  terms: Terms,
  finish: Finish,
): void {
  const { questionnaire, rubric } = context;
  const { body } = rubric;
  const entry = entryOf(body.overall);
  if (entry === undefined || dimensions.length === 0) return;
  const pool =
    entry.missing === undefined
      ? dimensions.flatMap((each) => each.pool)
      : questionnaire.questions.flatMap(
          (question) =>
            terms.of(question, [...policiesOf(question, context), entry.missing, body.missing]) ?? [],
        );
  const pooled = (entry.over ?? body.over) === 'questions';
  finish.node({
    id: 'overall',
    title: 'Overall',
    kind: 'overall',
    depth: 0,
    entry,
    path: ['overall'],
    children: pooled ? pool.map(childOfTerm) : dimensions.map((each) => each.child),
    shares: pooled ? poolShares(pool) : childShares(dimensions),
    below: belowAll(dimensions),
    written: [entry.missing, body.missing],
  });
}

function entryOf(definition: OverallDefinition | undefined): NodeEntry | undefined {
  return typeof definition === 'string' ? undefined : (definition ?? {});
}
