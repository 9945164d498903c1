import type { Plan, PlanNode } from '../../../rubric/plan.js';
import { type Comparison, type Unit, unitKey } from '../../comparison.js';
import { levelOf } from '../../roll-up.js';
import { type Derivation, type Relation, relation, type Term } from '../knowledge.js';
import { extremeRelations } from './extreme-relations.js';
import { rollUpShares } from './roll-up-shares.js';
import { isNode, type Measure, type ShownTable } from './shown-table.js';
import type { TableCells } from './table-cells.js';

/** What a table tells by showing units and what they are made of. */
export interface RollUpRelations {
  readonly relations: readonly Relation[];
  readonly derivations: readonly Derivation[];
  /** The parts of each unit's figure that are mixed in it by known shares. */
  readonly mixtures: readonly (readonly Term[])[];
}

/** How figures of units hang together with the same figure of the units in them, at every level that is shown. */
export function rollUpRelations(
  { units, plan }: Comparison,
  shown: ShownTable,
  table: TableCells,
): RollUpRelations {
  const relations: Relation[] = [];
  const derivations: Derivation[] = [];
  const mixtures: (readonly Term[])[] = [];
  const places = new Map(
    units.flatMap((unit, i) => (shown.levels.includes(unit.level) ? [[unitKey(unit), i] as const] : [])),
  );
  const inwards = [...plan.rollup.levels.map(({ unit }) => unit), 'response'];
  const nodes = shown.figures.filter(isNode);
  for (const [i, unit] of units.entries()) {
    if (unit.response !== undefined || !shown.levels.includes(unit.level)) continue;
    const inner = inwards.slice(inwards.indexOf(unit.level) + 1).filter((id) => shown.levels.includes(id));
    for (const level of inner) {
      for (const node of nodes) {
        for (const measure of shown.measures) {
          const whole = table.find(i, node.slot, measure);
          if (whole === undefined) continue;
          const shares = rollUpShares(unit, level, node, measure, plan);
          if (shares === undefined) {
            const parts = partsAt(unit, level, node, measure, plan, places, table);
            const extreme = extremeRelations(levelOf(unit, plan).method, whole, parts, table.cells);
            if (extreme !== undefined && unit.children.every((child) => child.level === level)) {
              relations.push(...extreme);
            } else derivations.push(...tied(whole, parts));
            continue;
          }
          const terms = gatherTerms(unit, level, shares.parts, node, measure, plan, places, table);
          relations.push(relation([...terms, { cell: whole, factor: -1 }], -shares.offset, table.cells));
          mixtures.push(terms);
        }
      }
    }
  }
  return { relations, derivations, mixtures };
}

/** The parts as cells; those without a figure of their own in the table are one figure that is nowhere shown. */
function gatherTerms(
  whole: Unit,
  level: string,
  parts: readonly { readonly unit: Unit; readonly factor: number }[],
  node: PlanNode,
  measure: Measure,
  plan: Plan,
  places: ReadonlyMap<string, number>,
  table: TableCells,
): readonly Term[] {
  const factors = new Map<number, number>();
  const rest = { factor: 0, sum: 0, people: 0 };
  for (const { unit, factor } of parts) {
    const cell = table.find(placeAt(unit, level, plan, places), node.slot, measure);
    if (cell !== undefined) factors.set(cell, (factors.get(cell) ?? 0) + factor);
    else {
      rest.factor += factor;
      rest.sum += factor * (unit.card[measure][node.slot] ?? 0);
      rest.people += unit.card.people[node.slot] ?? 0;
    }
  }
  const terms = [...factors].map(([cell, factor]): Term => ({ cell, factor }));
  if (rest.factor === 0) return terms;
  const like = table.cells[terms[0]?.cell ?? -1];
  const { min, max } = node.range ?? { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
  const value = rest.sum / rest.factor;
  table.cells.push({
    name: `what is left of ${whole.path.join(' › ')} without the ${level} units shown, ${node.id}`,
    value,
    range:
      measure === 'coverage' ? { min: 0, max: 1 } : { min: Math.min(min, value), max: Math.max(max, value) },
    limit: like?.limit ?? 0,
    loss: 1,
    people: rest.people,
    role: 'unseen',
  });
  return [...terms, { cell: table.cells.length - 1, factor: rest.factor }];
}

/** The unit of a level that a unit lies in, or is. */
function placeAt(unit: Unit, level: string, plan: Plan, places: ReadonlyMap<string, number>): number {
  const depth = plan.rollup.levels.findIndex((each) => each.unit === level);
  const { path, wave } = unit;
  const outer = { level, wave, path: path.slice(0, depth + 1) };
  return places.get(unitKey(depth < 0 || unit.level === level ? unit : outer)) ?? -1;
}

/** The shown cells of a level below a unit. */
function partsAt(
  unit: Unit,
  level: string,
  node: PlanNode,
  measure: Measure,
  plan: Plan,
  places: ReadonlyMap<string, number>,
  table: TableCells,
): readonly number[] {
  const found = new Set<number>();
  const visit = (at: Unit): void => {
    for (const child of at.children) {
      const depth = plan.rollup.levels.findIndex((each) => each.unit === level);
      const isDeepEnough = child.response !== undefined || (depth >= 0 && child.path.length > depth);
      if (!isDeepEnough) {
        visit(child);
        continue;
      }
      const cell = table.find(placeAt(child, level, plan, places), node.slot, measure);
      if (cell !== undefined) found.add(cell);
    }
  };
  visit(unit);
  return [...found];
}

/** Of any other method: the whole is taken to tell each part, and all parts the whole. */
function tied(whole: number, parts: readonly number[]): readonly Derivation[] {
  const down = parts.map((to) => ({ from: [whole], to }));
  return parts.length === 0 ? [] : [...down, { from: parts, to: whole }];
}
