import type { Plan } from '../../../rubric/plan.js';
import type { UnitBarriers } from '../../barriers/barriers.js';
import { unitKey } from '../../comparison.js';
import { grouped } from '../../grouped.js';
import type { EarlierBarriers } from '../earlier/read/barriers.js';
import { type Relation, relation } from '../knowledge.js';
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
 * with more or fewer, both tell together how many name it of those that came or went.
 */
export function barriersBesideEarlier(
  { shown, before, earlier }: BarriersBesideEarlier,
  plan: Plan,
): OtherFigures {
  const inner = barrierFigures([...shown, ...before], plan);
  const responses = new Map([...shown, ...before].map((unit) => [unitKey(unit.place), unit.responses]));
  const unseen = new Set(before.map(({ place }) => unitKey(place)));
  const then = grouped(earlier, ({ place }) => unitKey(place));
  const cameTo = (key: string, table: EarlierBarriers) =>
    (responses.get(key) ?? table.responses) - table.responses;
  const hasChanged = [...then].some(([key, tables]) => tables.some((table) => cameTo(key, table) !== 0));
  return {
    tieUnits: inner.tieUnits,
    add: (cells, among) => {
      const start = cells.length;
      // Few can have come to any row.
      const ties = inner.add(cells, hasChanged ? { ...among, isFew: () => true } : among);
      const relations: Relation[] = [...ties.relations];
      for (const [i, cell] of cells.slice(start).entries()) {
        if (cell.at?.kind !== 'other') continue;
        const { whose, about } = cell.at;
        const [node = '', barrier = ''] = about;
        const key = unitKey(whose);
        const now = start + i;
        if (unseen.has(key)) cells[now] = withoutPlace(cell);
        for (const table of then.get(key) ?? []) {
          const told = table.named(node, barrier);
          if (told === undefined || told === null) continue;
          relations.push(...toldBefore(now, told, cameTo(key, table), cells));
        }
      }
      return { ...ties, relations };
    },
  };
}

/** What stands in no table now. */
function withoutPlace({ at: _, ...cell }: CountedCell): CountedCell {
  return { ...cell, role: 'unseen' };
}

/** Adds a count that was given out, and how it hangs together with that of now, which is of so many more responses. */
function toldBefore(now: number, told: number, came: number, cells: CountedCell[]): readonly Relation[] {
  const current = cells[now];
  if (current === undefined) return [];
  const given = cells.length;
  cells.push({
    name: `${current.name}, given out before`,
    value: told,
    range: { min: told, max: told },
    limit: 0,
    loss: 1,
    people: 0,
    role: 'given',
  });
  const terms = [
    { cell: now, factor: 1 },
    { cell: given, factor: -1 },
  ];
  if (came === 0) {
    // To withhold what was given out as it is would be of no use.
    if (current.value === told) cells[now] = { ...current, loss: Number.POSITIVE_INFINITY };
    return [relation(terms, 0, cells)];
  }
  const people = Math.abs(came);
  const value = Math.sign(came) * (current.value - told);
  // Others have changed what they said.
  if (value < 0 || value > people) return [];
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
