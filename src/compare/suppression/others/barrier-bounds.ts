import type { BarrierNode } from '../../barriers/barrier-nodes.js';

/** How the count of a barrier in a node is bound by those in others. */
export interface CountBounds {
  readonly node: BarrierNode;
  /** It is no less than in each of these: all of their questions are in it. */
  readonly parts: readonly BarrierNode[];
  /** It is no more than in these together: all of its questions are in them. */
  readonly covers: readonly (readonly BarrierNode[])[];
}

/** Who names a barrier in some questions names it in every node that holds these; nodes of the same questions have the same count. */
export function barrierBounds(nodes: readonly BarrierNode[]): readonly CountBounds[] {
  const families = [...new Set(nodes.map(familyOf))].map((family) =>
    nodes.filter((node) => familyOf(node) === family),
  );
  return nodes.map((node) => {
    const inside = nodes.filter((other) => other !== node && isWithin(other, node));
    const parts = inside.filter(
      (part) => !inside.some((other) => isLess(part, other) && isLess(other, node) && isWithin(part, other)),
    );
    const covers = families
      .map((family) => family.filter((other) => !isWithin(node, other) && meets(node, other)))
      .filter((cover) =>
        [...node.questions].every((index) => cover.some(({ questions }) => questions.has(index))),
      );
    return { node, parts, covers };
  });
}

/** Dimensions of one depth, or themes, or the whole. */
function familyOf({ kind, depth }: BarrierNode): string {
  return `${kind} ${depth}`;
}

function isWithin({ questions }: BarrierNode, whole: BarrierNode): boolean {
  return [...questions].every((index) => whole.questions.has(index));
}

function isLess(one: BarrierNode, other: BarrierNode): boolean {
  return one.questions.size < other.questions.size;
}

function meets({ questions }: BarrierNode, other: BarrierNode): boolean {
  return [...questions].some((index) => other.questions.has(index));
}
