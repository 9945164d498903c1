import { figuresByName } from '../../../rubric/expressions/expression-names.js';
import type { Child, Plan, PlanIndex, PlanNode } from '../../../rubric/plan.js';
import type { Combination } from './dependencies.js';
import { isNode, type Measure } from './shown-table.js';

/** The key of what is added as it is, under none of the scores. */
const constant = -1;

/**
 * A node's figure as a sum of questions' scores, by their slots, as far as its methods and those below it are linear. A node
 * whose method is not counts as a score of its own. `isThere` says which nodes have a figure; others count for nothing.
 */
export function nodeCombinations(
  plan: Plan,
  measure: Measure,
  isThere: (slot: number) => boolean,
): (node: PlanNode) => Combination {
  const known = new Map<number, Combination>();
  const nodes = new Map(plan.nodes.map((node) => [node.slot, node]));
  const of = (node: PlanNode): Combination => {
    const found = known.get(node.slot) ?? make(node);
    known.set(node.slot, found);
    return found;
  };
  const make = (node: PlanNode): Combination =>
    measure === 'coverage'
      ? new Map(node.coverage.slots.map((slot, i) => [slot, node.coverage.shares[i] ?? 0]))
      : (combined(node) ?? new Map([[node.slot, 1]]));
  const part = (child: Child): Combination => {
    const node = child.kind === 'node' ? nodes.get(child.slot) : undefined;
    return node === undefined ? new Map([[child.slot, 1]]) : of(node);
  };
  const combined = ({ method, children }: PlanNode): Combination | undefined => {
    if (method.kind !== 'combining') return undefined;
    const counted = children.filter(
      ({ kind, slot, weight }) => weight > 0 && (kind === 'question' || isThere(slot)),
    );
    const total = counted.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return undefined;
    switch (method.method.name) {
      case 'mean':
        return sumOf(counted.map((child) => ({ by: child.weight / total, of: part(child) })));
      case 'sum':
        return sumOf(counted.map((child) => ({ by: child.weight, of: part(child) })));
      case 'share': {
        const ranges = counted.map((child) => rangeOf(child, plan));
        const possible = counted.reduce((sum, { weight }, i) => {
          const range = ranges[i];
          return range === undefined ? Number.NaN : sum + weight * (range.max - range.min);
        }, 0);
        if (!(possible > 0)) return undefined;
        const floor = counted.reduce((sum, { weight }, i) => sum + weight * (ranges[i]?.min ?? 0), 0);
        return sumOf([
          ...counted.map((child) => ({ by: child.weight / possible, of: part(child) })),
          { by: -floor / possible, of: new Map([[constant, 1]]) },
        ]);
      }
      default:
        return undefined;
    }
  };
  return of;
}

/** The same of an index that is a sum of scores; nothing of any other. */
export function indexCombination(
  { expression: { linear } }: PlanIndex,
  plan: Plan,
  combination: (node: PlanNode) => Combination,
): Combination | undefined {
  if (linear === undefined || linear.terms.some(({ root }) => root !== 'scores')) return undefined;
  const known = figuresByName(plan);
  const parts = linear.terms.map(({ name, factor }) => {
    const figure = known.get(name);
    if (figure === undefined) return undefined;
    const of = isNode(figure) ? combination(figure) : indexCombination(figure, plan, combination);
    return of === undefined ? undefined : { by: factor, of };
  });
  const there = parts.filter((part) => part !== undefined);
  return there.length < parts.length ? undefined : sumOf([...there, { by: linear.constant, of: one }]);
}

/** What a dependency leaves over, as the figures' constants do not cancel out. */
export const one: Combination = new Map([[constant, 1]]);

function rangeOf({ slot }: Child, { nodes, terms }: Plan) {
  return nodes.find((node) => node.slot === slot)?.range ?? terms.find((term) => term.slot === slot)?.range;
}

function sumOf(parts: readonly { readonly by: number; readonly of: Combination }[]): Combination {
  const sum = new Map<number, number>();
  for (const { by, of } of parts) {
    for (const [key, value] of of) sum.set(key, (sum.get(key) ?? 0) + by * value);
  }
  return sum;
}
