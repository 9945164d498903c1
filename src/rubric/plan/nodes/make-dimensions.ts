import type { MissingDefinition } from '../../../generated/definitions.js';
import type { Dimension, Question } from '../../../questionnaire/questionnaire.js';
import { reportUnscoredDimension } from '../../checks/while-planning/nothing-scored.js';
import type { Presence, Term } from '../../plan.js';
import type { RubricContext } from '../rubric-context.js';
import { couldScore } from '../terms/answer-score.js';
import type { Terms } from '../terms/terms.js';
import type { Finish } from './finish-node.js';
import {
  childOfTerm,
  childShares,
  type MadeChild,
  type NodeEntry,
  poolShares,
  type Shares,
  type Sharing,
  sharingOf,
} from './outline.js';

/** A dimension that is made: what the node above it needs. */
export interface BuiltDimension extends Sharing {
  readonly child: MadeChild;
  readonly below: ReadonlyMap<string, MadeChild>;
  /** The scored questions below, in file order. */
  readonly pool: readonly Term[];
}

/** Makes the nodes of all dimensions, each after those in it, and gives the outermost. */
export function makeDimensions(
  context: RubricContext,
  terms: Terms,
  finish: Finish,
): readonly BuiltDimension[] {
  const { questionnaire, rubric } = context;
  const { body } = rubric;
  const weightOf = ({ id, weight }: Question) => body.questions?.[id]?.weight ?? weight;

  const build = (
    dimension: Dimension,
    depth: number,
    parent: string | undefined,
    outer: readonly (MissingDefinition | undefined)[],
    outerCounts: boolean,
  ): BuiltDimension | undefined => {
    const { id, title, origin } = dimension;
    const entry: NodeEntry = body.dimensions?.[id] ?? {};
    const written = [entry.missing, ...outer];
    const place = finish.place();
    const weight = entry.weight ?? dimension.weight;
    const counts = outerCounts && weight > 0;
    const inner = dimension.dimensions.flatMap((child) => build(child, depth + 1, id, written, counts) ?? []);
    const own = dimension.questions.flatMap((question) => terms.of(question, written) ?? []);
    const pool = [...inner.flatMap((each) => each.pool), ...own];
    const present =
      entry.method === 'expression' && pool.length + inner.length === 0
        ? dimension.questions
            .filter(couldScore)
            .map((question) => terms.presence(question, weightOf(question)))
        : [];
    if (pool.length + inner.length + present.length === 0) {
      if (counts) reportUnscoredDimension(dimension, weight, context);
      return undefined;
    }
    const over = entry.over ?? body.over ?? 'children';
    const below = belowAll(inner);
    for (const term of own) below.set(term.question.id, childOfTerm(term));
    const children =
      over === 'questions'
        ? pool.map(childOfTerm)
        : [...inner.map((each) => each.child), ...own.map(childOfTerm)];
    // An expression over answers that have no score of their own is covered by those.
    const shares = sharesOf(over === 'questions' ? pool : own, over === 'questions' ? [] : inner, present);
    const node = finish.node(
      {
        id,
        title,
        kind: 'dimension',
        depth,
        ...(parent === undefined ? {} : { parent }),
        entry,
        path: ['dimensions', id],
        origin,
        children,
        shares,
        below,
        written,
      },
      place,
    );
    return { child: { ...node, weight, origin }, weight, shares, below, pool };
  };

  return questionnaire.dimensions.flatMap(
    (dimension) => build(dimension, 1, undefined, [body.missing], true) ?? [],
  );
}

/** Every question and dimension below some dimensions, and those themselves. */
export function belowAll(dimensions: readonly BuiltDimension[]): Map<string, MadeChild> {
  const below = new Map<string, MadeChild>();
  for (const each of dimensions) {
    for (const [id, child] of each.below) below.set(id, child);
    below.set(each.child.id, each.child);
  }
  return below;
}

function sharesOf(
  own: readonly Term[],
  inner: readonly BuiltDimension[],
  present: readonly Presence[],
): Shares {
  return present.length > 0 ? poolShares(present) : childShares([...inner, ...own.map(sharingOf)]);
}
