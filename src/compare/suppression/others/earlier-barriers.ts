import type { Plan } from '../../../rubric/plan.js';
import type { UnitBarriers } from '../../barriers/barriers.js';
import { unitKey } from '../../comparison.js';
import { grouped } from '../../grouped.js';
import { given, givenCell, unseen } from '../earlier/given.js';
import type { EarlierBarriers } from '../earlier/read/barriers.js';
import { tieAmong } from '../earlier/since-then.js';
import type { Relation } from '../knowledge.js';
import type { CountedCell } from '../reader/table-cells.js';
import { barrierFigures } from './barriers.js';
import type { OtherFigures } from './other-figures.js';

/** Rows whose barriers are counted now: those of a table, and further ones of which only tables given out before told. */
export interface BarriersBesideEarlier {
  readonly shown: readonly UnitBarriers[];
  readonly before: readonly UnitBarriers[];
  readonly earlier: readonly EarlierBarriers[];
}

/**
 * Counts of barriers, and those that tables given out before told. Of a row with as many responses as then a count is the one given out;
 * with more or fewer, both tell together how many name it of those that came or went. Where a count cannot be explained by that, others came
 * or went as well, or said something else, and nothing tells how many: then only what is the same is told around it.
 */
export function barriersBesideEarlier(
  { shown, before, earlier }: BarriersBesideEarlier,
  plan: Plan,
): OtherFigures {
  const units = [...shown, ...before];
  const inner = barrierFigures(units, plan);
  const byKey = new Map(units.map((unit) => [unitKey(unit.place), unit]));
  const beyond = new Set(before.map(({ place }) => unitKey(place)));
  const then = grouped(earlier, ({ place }) => unitKey(place));
  const cameTo = (key: string, table: EarlierBarriers) =>
    (byKey.get(key)?.responses ?? table.responses) - table.responses;
  const tieOf = tieAmong(
    units.map(({ place }) => place),
    false,
  );
  const closedTies = new Set(
    units
      .filter((unit) => (then.get(unitKey(unit.place)) ?? []).some((table) => isOfOthers(unit, table, plan)))
      .map(({ place }) => tieOf(place)),
  );
  const hasChanged =
    closedTies.size > 0 ||
    [...then].some(([key, tables]) => tables.some((table) => cameTo(key, table) !== 0));
  return {
    tieUnits: inner.tieUnits,
    add: (cells, among) => {
      const start = cells.length;
      // Few can have come to any row.
      const ties = inner.add(cells, hasChanged ? { ...among, isFew: () => true } : among);
      const relations: Relation[] = [...ties.relations];
      const closed: number[] = [];
      for (const [i, cell] of cells.slice(start).entries()) {
        if (cell.at?.kind !== 'other') continue;
        const { whose, about } = cell.at;
        const [node = '', barrier = ''] = about;
        const key = unitKey(whose);
        const now = start + i;
        const isClosed = closedTies.has(tieOf(whose));
        const told = (then.get(key) ?? []).flatMap((table): readonly ToldCount[] => {
          const count = table.named(node, barrier);
          return count === undefined || count === null ? [] : [{ count, came: cameTo(key, table) }];
        });
        const known = told.filter(({ count, came }) => came === 0 && count === cell.value);
        if (isClosed && known.length === 0) closed.push(now);
        if (beyond.has(key)) cells[now] = unseen(cell);
        for (const { count, came } of isClosed ? known : told) {
          relations.push(...toldBefore(now, count, came, cells));
        }
      }
      return { ...ties, relations, closed };
    },
  };
}

/** A count that was told, and how many more responses stand behind it now. */
interface ToldCount {
  readonly count: number;
  readonly came: number;
}

/** Whether counts are others than those can make that came or went by the number of responses. */
function isOfOthers(
  { responses, nodes, named }: UnitBarriers,
  table: EarlierBarriers,
  { questionnaire: { barriers } }: Plan,
): boolean {
  const came = responses - table.responses;
  const now = new Map(named.map((each) => [`${each.node.id} ${each.barrier.id}`, each.responses]));
  return nodes.some(({ id: node }) =>
    barriers.some(({ id }) => {
      const told = table.named(node, id);
      if (told === undefined || told === null) return false;
      const more = (now.get(`${node} ${id}`) ?? 0) - told;
      return more < Math.min(0, came) || more > Math.max(0, came);
    }),
  );
}

/** Adds a count that was given out, and how it hangs together with that of now, which is of so many more responses. */
function toldBefore(now: number, told: number, came: number, cells: CountedCell[]): readonly Relation[] {
  if (came === 0) return [given(now, cells)];
  const current = cells[now];
  if (current === undefined) return [];
  const then = cells.length;
  cells.push(givenCell(current.name, told));
  const terms = [
    { cell: now, factor: 1 },
    { cell: then, factor: -1 },
  ];
  const people = Math.abs(came);
  const value = Math.sign(came) * (current.value - told);
  cells.push({
    name: `the ${people} who ${came > 0 ? 'came' : 'left'} since, ${current.name}`,
    value,
    range: { min: 0, max: people },
    limit: Math.max(0.999, people / 10),
    loss: 1,
    people,
    role: 'unseen',
  });
  return [{ terms: [...terms, { cell: cells.length - 1, factor: -Math.sign(came) }], low: 0, high: 0 }];
}
