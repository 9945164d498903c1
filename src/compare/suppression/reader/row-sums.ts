import type { Plan, PlanNode } from '../../../rubric/plan.js';
import type { Comparison, Unit } from '../../comparison.js';
import type { Term } from '../knowledge.js';
import { type Alike, isSum } from './alike.js';
import { childShares, weightIn } from './child-shares.js';
import { limitOf } from './limit.js';
import { peopleBehind } from './people-behind.js';
import type { Measure } from './shown-table.js';
import { cellName, rowName, type TableCells } from './table-cells.js';

/** A row's figure: `offset + Σ factor × cell`. */
export interface RowSum {
  readonly whole: number;
  readonly offset: number;
  readonly terms: readonly Term[];
}

/** The same, as far as it is made of other rows; and of which sets of parts that count alike, each with its factor. */
interface Draft {
  readonly row: Unit;
  readonly whole: number;
  offset: number;
  readonly cells: Map<number, number>;
  readonly sets: Map<number, number>;
}

/**
 * What each row's figure is made of: of rows within, and where none are shown, of those parts that no shown figure tells
 * apart, each such group one figure that is nowhere shown. Where a row is such a group by itself, it stands for it.
 */
export function rowSums(
  table: TableCells,
  node: PlanNode,
  measure: Measure,
  plan: Plan,
  alike: Alike,
): readonly RowSum[] {
  const drafts = table.rows.flatMap((row): Draft[] => {
    const whole = table.find(row, node.slot, measure);
    if (whole === undefined || !isSum(row, measure, plan) || alike.isApart(row)) return [];
    return [draftOf(row, whole, table, node, measure, plan, alike)];
  });
  const groups = groupsOf(drafts);
  const inDraft = new Map(drafts.map((draft): [Draft, Group[]] => [draft, []]));
  for (const group of groups) for (const draft of group.factors.keys()) inDraft.get(draft)?.push(group);
  const standing = new Map<Group, Draft>();
  for (const draft of drafts) {
    const [only, ...others] = inDraft.get(draft) ?? [];
    if (draft.cells.size > 0 || only === undefined || others.length > 0 || standing.has(only)) continue;
    standing.set(only, draft);
  }
  const cellOf = new Map(
    groups.flatMap((group): [Group, number][] => {
      if (standing.has(group)) return [];
      table.cells.push(leftOver(group, table.comparison, node, measure, alike));
      return [[group, table.cells.length - 1]];
    }),
  );
  return drafts.flatMap((draft): RowSum[] => {
    const { whole, cells } = draft;
    let { offset } = draft;
    const factors = new Map(cells);
    const add = (cell: number, factor: number) => factors.set(cell, (factors.get(cell) ?? 0) + factor);
    for (const group of inDraft.get(draft) ?? []) {
      const factor = group.factors.get(draft) ?? 0;
      const row = standing.get(group);
      if (row === draft) return [];
      if (row === undefined) add(cellOf.get(group) ?? -1, factor);
      else {
        const by = factor / (group.factors.get(row) ?? 1);
        add(row.whole, by);
        offset -= by * row.offset;
      }
    }
    const terms = [...factors].map(([cell, factor]) => ({ cell, factor }));
    return [{ whole, offset, terms }];
  });
}

function draftOf(
  row: Unit,
  whole: number,
  { find }: TableCells,
  node: PlanNode,
  measure: Measure,
  plan: Plan,
  { setOf }: Alike,
): Draft {
  const draft: Draft = { row, whole, offset: 0, cells: new Map(), sets: new Map() };
  const raise = (sums: Map<number, number>, key: number, by: number) =>
    sums.set(key, (sums.get(key) ?? 0) + by);
  const visit = (unit: Unit, by: number): void => {
    const shares = childShares(unit, node, measure, plan);
    if (shares === undefined) return;
    draft.offset += by * shares.offset;
    for (const [i, child] of unit.children.entries()) {
      const factor = by * shares.scale * weightIn(unit, i, node.slot, measure);
      if (factor === 0) continue;
      const cell = find(child, node.slot, measure);
      if (cell !== undefined) raise(draft.cells, cell, factor);
      else if (isSum(child, measure, plan)) visit(child, factor);
      else raise(draft.sets, setOf(child) ?? -1, factor);
    }
  };
  visit(row, 1);
  return draft;
}

/** Sets of parts that stand in the same rows in the same proportions: no row tells one of them from another. */
interface Group {
  readonly sets: readonly number[];
  /** What all of them together count for, by row. */
  readonly factors: Map<Draft, number>;
}

function groupsOf(drafts: readonly Draft[]): readonly Group[] {
  const bySet = new Map<number, Map<Draft, number>>();
  for (const draft of drafts) {
    for (const [set, factor] of draft.sets) {
      const factors = bySet.get(set) ?? new Map<Draft, number>();
      bySet.set(set, factors.set(draft, factor));
    }
  }
  const places = new Map(drafts.map((draft, i) => [draft, i]));
  const groups = new Map<string, { sets: number[]; factors: Map<Draft, number> }>();
  for (const [set, factors] of bySet) {
    const [first = 1] = factors.values();
    const key = [...factors]
      .map(([draft, factor]) => `${places.get(draft)}:${(factor / first).toPrecision(9)}`)
      .join(' ');
    const group = groups.get(key) ?? { sets: [], factors: new Map<Draft, number>() };
    groups.set(key, group);
    group.sets.push(set);
    for (const [draft, factor] of factors) {
      group.factors.set(draft, (group.factors.get(draft) ?? 0) + factor);
    }
  }
  return [...groups.values()];
}

/** The figure of a group that no row stands for: each set counts as it does in the first of its rows. */
function leftOver(
  { sets, factors }: Group,
  comparison: Comparison,
  node: PlanNode,
  measure: Measure,
  alike: Alike,
): TableCells['cells'][number] {
  const { plan } = comparison;
  const [[draft] = []] = factors;
  let [weight, sum, people] = [0, 0, 0];
  for (const set of sets) {
    const members = alike.membersOf(set).flatMap((part) => {
      const value = part.card[measure][node.slot] ?? Number.NaN;
      return Number.isNaN(value) ? [] : [{ value, people: peopleBehind(part, node, plan, measure) }];
    });
    const each = (draft?.sets.get(set) ?? 0) / members.length;
    for (const member of members) {
      weight += each;
      sum += each * member.value;
      people += member.people;
    }
  }
  const value = sum / weight;
  const { min, max } =
    measure === 'coverage'
      ? { min: 0, max: 1 }
      : (node.range ?? { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY });
  const range = { min: Math.min(min, value), max: Math.max(max, value) };
  const unit = [...factors.keys()]
    .map(({ row }) => row)
    .reduce<Unit | undefined>(
      (least, row) => (least === undefined || row.size < least.size ? row : least),
      undefined,
    );
  return {
    name:
      unit === undefined
        ? ''
        : cellName(`what is left of ${rowName(unit)} without the rows shown`, {
            comparison,
            unit,
            figure: node,
            measure,
          }),
    value,
    range,
    limit: limitOf(value, node, measure, range),
    loss: 1,
    people,
    role: 'unseen',
  };
}
