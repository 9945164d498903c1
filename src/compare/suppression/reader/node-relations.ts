import { namesOf } from '../../../rubric/expressions/expression-names.js';
import type { Plan, PlanIndex, PlanNode } from '../../../rubric/plan.js';
import { type Derivation, type Relation, relation, type Term } from '../knowledge.js';
import { dependencies } from './dependencies.js';
import { indexCombination, nodeCombinations, one } from './node-combinations.js';
import { isNode, type Measure } from './shown-table.js';
import type { TableCells } from './table-cells.js';

/** How the figures of one unit hang together, each with each, in every unit that is shown. */
export function nodeRelations(
  table: TableCells,
  plan: Plan,
): { readonly relations: readonly Relation[]; readonly derivations: readonly Derivation[] } {
  const relations: Relation[] = [];
  const derivations: Derivation[] = [];
  const bonds = table.figures.flatMap((figure) => bondsOf(figure, table.figures, plan));
  const known = new Map<string, readonly (readonly { readonly slot: number; readonly factor: number }[])[]>();
  for (const unit of table.rows) {
    for (const measure of table.measures) {
      const isThere = (slot: number) => !Number.isNaN(unit.card[measure][slot] ?? Number.NaN);
      const there = table.figures.filter(({ slot }) => table.find(unit, slot, measure) !== undefined);
      const key = `${measure === 'coverage'} ${plan.nodes.map(({ slot }) => (isThere(slot) ? 1 : 0)).join('')} ${there.map(({ slot }) => slot).join()}`;
      const linear = known.get(key) ?? linearBonds(there, plan, measure, isThere);
      known.set(key, linear);
      for (const bond of linear) {
        const terms = bond.flatMap(({ slot, factor }): readonly Term[] => {
          const cell = slot < 0 ? undefined : table.find(unit, slot, measure);
          return cell === undefined ? [] : [{ cell, factor }];
        });
        const constant = bond.find(({ slot }) => slot < 0)?.factor ?? 0;
        relations.push(relation(terms, -constant, table.cells));
      }
      if (measure === 'coverage') continue;
      const cellsOf = (slots: readonly number[]) =>
        slots.flatMap((slot) => table.find(unit, slot, measure) ?? []);
      for (const { whole, parts, tellsAll } of bonds) {
        const [to] = cellsOf([whole]);
        if (to === undefined) continue;
        const from = cellsOf(parts);
        derivations.push(...from.map((part) => ({ from: [to], to: part })));
        if (tellsAll && from.length > 0) derivations.push({ from, to });
      }
    }
  }
  return { relations, derivations };
}

/** Linear dependencies among nodes, and indices that are sums of them; the constant has a slot below 0. */
function linearBonds(
  figures: readonly (PlanNode | PlanIndex)[],
  plan: Plan,
  measure: Measure,
  isThere: (slot: number) => boolean,
): readonly (readonly { readonly slot: number; readonly factor: number }[])[] {
  const combination = nodeCombinations(plan, measure, isThere);
  // The constant comes first, so that what follows from others never is the constant.
  const sums = figures.flatMap((figure) => {
    const of = isNode(figure) ? combination(figure) : indexCombination(figure, plan, combination);
    return of === undefined ? [] : [{ slot: figure.slot, of }];
  });
  return dependencies([one, ...sums.map(({ of }) => of)]).map((dependency) =>
    dependency.map(({ of, factor }) => ({ slot: sums[of - 1]?.slot ?? -1, factor })),
  );
}

/** A figure of another kind, and the shown figures that it is made of. */
interface Bond {
  readonly whole: number;
  readonly parts: readonly number[];
  /** Whether it is made of nothing else. */
  readonly tellsAll: boolean;
}

/**
 * What is not linear, safely: a figure that is shown is taken to tell each of those that it is made of, and these together
 * to tell it. An index of a unit is made of the unit's own figures.
 */
function bondsOf(
  figure: PlanNode | PlanIndex,
  shown: readonly (PlanNode | PlanIndex)[],
  plan: Plan,
): readonly Bond[] {
  if (isNode(figure)) {
    if (isLinear(figure)) return [];
    const { parts, tellsAll } = partsBelow(figure, shown, plan);
    return parts.length === 0 ? [] : [{ whole: figure.slot, parts, tellsAll }];
  }
  const names = namesOf(figure.expression.references);
  const slots = names.flatMap(({ root, name }) => {
    if (root !== 'scores' && root !== 'bands' && root !== 'ratings') return [];
    return [...plan.nodes, ...plan.indices].find(({ id }) => id === name)?.slot ?? [];
  });
  const shownSlots = slots.filter((slot) => shown.some((each) => each.slot === slot));
  if (shownSlots.length === 0) return [];
  return [{ whole: figure.slot, parts: shownSlots, tellsAll: shownSlots.length === names.length }];
}

function isLinear({ method }: PlanNode): boolean {
  return method.kind === 'combining' && ['mean', 'sum', 'share'].includes(method.method.name);
}

function partsBelow(
  node: PlanNode,
  shown: readonly (PlanNode | PlanIndex)[],
  plan: Plan,
): Omit<Bond, 'whole'> {
  const parts: number[] = [];
  let tellsAll = true;
  for (const child of node.children) {
    if (shown.some(({ slot }) => slot === child.slot)) {
      parts.push(child.slot);
      continue;
    }
    const below = child.kind === 'node' ? plan.nodes.find(({ slot }) => slot === child.slot) : undefined;
    const found = below === undefined ? { parts: [], tellsAll: false } : partsBelow(below, shown, plan);
    parts.push(...found.parts);
    tellsAll &&= found.tellsAll;
  }
  return { parts, tellsAll };
}
