import type { Figure } from '../../expressions/scope.js';
import type { PlanNode } from '../../plan.js';
import { makeBands } from '../make-bands.js';
import { type MadeMethod, unusable } from '../node-methods/made-method.js';
import { makeMethod } from '../node-methods/make-method.js';
import type { RubricContext } from '../rubric-context.js';
import type { Terms } from '../terms/terms.js';
import type { MadeChild, NodeOutline } from './outline.js';

/** Turns outlines into nodes, in the order in which they come. */
export interface Finish {
  /** Where the next node would stand among those that are shown. */
  readonly place: () => number;
  /** Makes a node, to stand at a place kept for it before its children were made, or last. */
  readonly node: (outline: NodeOutline, place?: number) => Omit<MadeChild, 'origin'>;
}

export interface FinishedNodes {
  readonly nodes: readonly PlanNode[];
  readonly order: readonly PlanNode[];
}

export function finisher(
  context: RubricContext,
  terms: Terms,
  nextSlot: () => number,
): Finish & { readonly finished: FinishedNodes } {
  const nodes: PlanNode[] = [];
  const order: PlanNode[] = [];
  const figures = new Map<string, Figure>();
  return {
    finished: { nodes, order },
    place: () => nodes.length,
    node: (outline, place = nodes.length) => {
      const { node, ...known } = finishNode(outline, nextSlot(), context, terms, figures);
      nodes.splice(place, 0, node);
      order.push(node);
      figures.set(node.id, node);
      const { id, title, slot, optional, bounded, range } = node;
      return { id, title, kind: 'node', slot, weight: 1, range, optional, bounded, ...known };
    },
  };
}

function finishNode(
  outline: NodeOutline,
  slot: number,
  context: RubricContext,
  terms: Terms,
  figures: ReadonlyMap<string, Figure>,
): Pick<MadeChild, 'scale' | 'reported'> & { readonly node: PlanNode } {
  const { id, title, kind, depth, parent, entry, path, children } = outline;
  const { body } = context.rubric;
  const made = isAllZero(outline)
    ? reportAllZero(outline, context)
    : makeMethod(outline, context, terms, figures);
  const bands =
    entry.bands !== undefined
      ? makeBands(entry.bands, [...path, 'bands'], context)
      : (made.bands ?? makeBands(body.bands, ['bands'], { ...context, report: () => undefined }));
  const shares = [...outline.shares].filter(([, share]) => share > 0);
  const minimum = entry.coverage ?? body.coverage ?? 0;
  const { range, scale, reported } = made;
  const node: PlanNode = {
    id,
    title,
    kind,
    depth,
    ...(parent === undefined ? {} : { parent }),
    slot,
    method: made.method,
    children: children.map(({ id, title, kind, slot, weight }) => ({ id, title, kind, slot, weight })),
    coverage: { slots: shares.map(([below]) => below.slot), shares: shares.map(([, share]) => share) },
    minimum,
    bands,
    ...(range === undefined ? {} : { range }),
    optional: made.optional || (minimum > 0 && children.some((child) => child.optional)),
    bounded: made.bounded,
    evaluate: made.evaluate,
  };
  return { node, scale, reported };
}

function isAllZero({ children }: NodeOutline): boolean {
  return children.length > 0 && children.every((child) => child.weight === 0);
}

/** All weights 0, where the rubric says so, or else the questionnaire. A cell of such questions just has no score. */
function reportAllZero(
  { id, kind, children, origin, path }: NodeOutline,
  context: RubricContext,
): MadeMethod {
  const made = unusable('all-weights-zero');
  if (kind === 'cell') return made;
  const { questions = {}, dimensions = {} } = context.rubric.body;
  for (const child of children) {
    const entries = child.kind === 'question' ? questions : dimensions;
    if (entries[child.id]?.weight === undefined) continue;
    const place = child.kind === 'question' ? 'questions' : 'dimensions';
    context.report('all-weights-zero', [place, child.id, 'weight'], { node: id }, 'key');
    return made;
  }
  if (origin === undefined) context.report('all-weights-zero', path, { node: id });
  else context.reportAt('all-weights-zero', { ...origin, path: [...origin.path, 'id'] }, { node: id });
  return made;
}
