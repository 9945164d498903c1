import type { Plan, PlanNode } from '../../../rubric/plan.js';
import type { Unit } from '../../comparison.js';
import { levelOf } from '../../roll-up/roll-up.js';
import type { Derivation, Relation } from '../knowledge.js';
import { isLinear } from './child-shares.js';
import { extremeRelations } from './extreme-relations.js';
import type { Measure } from './shown-table.js';
import type { TableCells } from './table-cells.js';

/** What rows tell of one another where their figures are no sums. */
export interface Tied {
  readonly relations: readonly Relation[];
  readonly derivations: readonly Derivation[];
}

/**
 * Of a row that no sum makes, or that is made of such units: it is taken to tell each row within, and the rows of one kind
 * within, all together, to tell it. What is the least or the most of rows lies beyond none of them.
 */
export function tiedRows(table: TableCells, plan: Plan): (node: PlanNode, measure: Measure) => Tied {
  const looked = new Map<Unit, boolean>();
  const hasOthers = (unit: Unit): boolean => {
    if (unit.response !== undefined) return false;
    const known =
      looked.get(unit) ??
      (!isLinear(unit, 'scores', plan) || unit.children.some((child) => hasOthers(child)));
    looked.set(unit, known);
    return known;
  };
  const wholes = table.rows.filter(hasOthers);
  const within = wholes.length === 0 ? new Map<Unit, readonly Unit[]>() : rowsWithin(wholes, table.rows);
  return (node, measure) => {
    const relations: Relation[] = [];
    const derivations: Derivation[] = [];
    const cellOf = (unit: Unit) => table.find(unit, node.slot, measure);
    for (const unit of wholes) {
      const whole = cellOf(unit);
      if (whole === undefined) continue;
      const counted = unit.children.filter(
        ({ card }) => !Number.isNaN(card[measure][node.slot] ?? Number.NaN),
      );
      const direct = counted.flatMap((child) => cellOf(child) ?? []);
      const areRows = direct.length === counted.length;
      const linear = isLinear(unit, measure, plan);
      const extreme =
        linear || !areRows
          ? undefined
          : extremeRelations(levelOf(unit, plan).method, whole, direct, table.cells);
      relations.push(...(extreme ?? []));
      // What a sum is made of is told by the sum.
      const told = new Set(extreme === undefined && !linear ? [] : direct);
      const byLevel = new Map<string, number[]>();
      for (const row of within.get(unit) ?? []) {
        const cell = cellOf(row);
        if (cell === undefined || told.has(cell)) continue;
        derivations.push({ from: [whole], to: cell });
        const known = byLevel.get(row.level);
        if (known === undefined) byLevel.set(row.level, [cell]);
        else known.push(cell);
      }
      for (const from of byLevel.values()) derivations.push({ from, to: whole });
    }
    return { relations, derivations };
  };
}

/** By row, the other rows whose responses are all its own. */
function rowsWithin(wholes: readonly Unit[], rows: readonly Unit[]): ReadonlyMap<Unit, readonly Unit[]> {
  const leaves = new Map<Unit, readonly Unit[]>();
  const leavesOf = (unit: Unit): readonly Unit[] => {
    if (unit.response !== undefined) return [unit];
    const known = leaves.get(unit) ?? unit.children.flatMap(leavesOf);
    leaves.set(unit, known);
    return known;
  };
  const holding = new Map<Unit, Unit[]>();
  for (const row of rows) {
    for (const leaf of leavesOf(row)) {
      const known = holding.get(leaf);
      if (known === undefined) holding.set(leaf, [row]);
      else known.push(row);
    }
  }
  return new Map(
    wholes.map((whole) => {
      const shared = new Map<Unit, number>();
      for (const leaf of leavesOf(whole)) {
        for (const row of holding.get(leaf) ?? []) shared.set(row, (shared.get(row) ?? 0) + 1);
      }
      const found = [...shared].filter(([row, times]) => row !== whole && times === leavesOf(row).length);
      return [whole, found.map(([row]) => row)];
    }),
  );
}
