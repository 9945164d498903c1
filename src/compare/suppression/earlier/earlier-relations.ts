import type { Plan, PlanIndex, PlanNode } from '../../../rubric/plan.js';
import { isWithin } from '../../../rubric/range.js';
import { type Comparison, type Unit, unitKey } from '../../comparison.js';
import { type Relation, relation } from '../knowledge.js';
import { limitOf } from '../reader/limit.js';
import { isNode, type Measure } from '../reader/shown-table.js';
import { type CountedCell, rowName, type TableCells } from '../reader/table-cells.js';
import type { CameTo } from './came-together.js';
import { type EarlierFigure, earlierKey, roundedRange } from './earlier-figure.js';
import { type Arrival, peopleWhoCame } from './people-who-came.js';
import { type Pool, poolsIn } from './pools-in.js';

/**
 * Adds the figures of earlier tables. Where a unit has as many responses as then, its figure is the one given out; where it
 * has more or fewer, the two tell together what those are that came or went, if its responses are pooled in it, or in
 * units that it is made of: each of these is taken to be where they came to, if nothing told speaks against it.
 */
export function earlierRelations(
  { cells, rows, find }: TableCells,
  comparison: Comparison,
  earlier: readonly EarlierFigure[],
): { readonly relations: readonly Relation[]; readonly cameTo: readonly CameTo[] } {
  const { plan } = comparison;
  const relations: Relation[] = [];
  const cameTo: CameTo[] = [];
  const arrived = new Map<string, Arrived>();
  const units = new Map(rows.map((unit) => [unitKey(unit), unit]));
  const figures = new Map([...plan.nodes, ...plan.indices].map((figure) => [figure.id, figure]));
  const countsThen = new Map(
    earlier.flatMap((then) => (then.responses === undefined ? [] : [[earlierKey(then), then.responses]])),
  );
  for (const then of earlier) {
    if (then.value === null) continue;
    const figure = figures.get(then.node);
    const unit = units.get(unitKey(then));
    if (unit === undefined || figure === undefined) continue;
    const now = find(unit, figure.slot, then.measure);
    const current = cells[now ?? -1];
    if (now === undefined || current === undefined) continue;
    const given = cells.length;
    const range = roundedRange(then.value, then.measure, plan);
    const isSame = isWithin(current.value, range);
    const countOf = (whose: Unit) =>
      then.counts === 'all' ? whose.size : (whose.card.responses[figure.slot] ?? 0);
    // Of how many it was, some tables do not say: where it is another figure, one is taken to have come.
    const isOther = isNode(figure) && !isSame;
    const came = then.responses === undefined ? Number(isOther) : countOf(unit) - then.responses;
    // What few can have said is mostly whole: who knows how many they are makes the exact figure of the rounded one.
    const isExact = came === 0 && isSame;
    cells.push({
      name: `${current.name}, given out before`,
      value: isExact ? current.value : then.value,
      range: isExact ? { min: current.value, max: current.value } : range,
      limit: 0,
      loss: 1,
      people: 0,
      role: 'given',
    });
    if (came === 0) {
      const terms = [
        { cell: now, factor: 1 },
        { cell: given, factor: -1 },
      ];
      relations.push(relation(terms, 0, cells));
      // To withhold what was given out as it is would be of no use.
      if (isSame) cells[now] = { ...current, loss: Number.POSITIVE_INFINITY };
      continue;
    }
    const { measure } = then;
    const pools = poolsIn(unit, figure, measure, plan);
    for (const pool of pools) {
      const n = countOf(pool.unit);
      const toldThen = countsThen.get(earlierKey({ ...pool.unit, node: figure.id, measure }));
      const isElsewhere = pool.unit !== unit && toldThen === n;
      const own = pools.length === 1 ? now : find(pool.unit, figure.slot, measure);
      if (isElsewhere || own === undefined || n <= came) continue;
      const at = { now, given, own, pool, n, came };
      const found = whoCame(at, { unit, figure, measure }, cells, plan);
      if (found === undefined) continue;
      if (came > 0) {
        if (pool.unit === unit) cameTo.push({ now, n, came, cell: cells.length });
        const key = `${came} ${unitKey(unit)} ${unitKey(pool.unit)}`;
        const known = arrived.get(key) ?? { pool: pool.unit, came, told: [] };
        const { value: mean } = found.cell;
        known.told.push({ cell: cells.length, slot: figure.slot, measure, mean, error: found.error });
        arrived.set(key, known);
      }
      cells.push(found.cell);
      relations.push(found.relation);
    }
  }
  for (const { pool, came, told } of arrived.values()) {
    const people = peopleWhoCame(pool, came, told);
    for (const { cell } of told) {
      const found = cells[cell];
      if (found !== undefined) cells[cell] = { ...found, people };
    }
  }
  return { relations, cameTo };
}

/** What is told of so many who came to a pool, each in a cell. */
interface Arrived {
  readonly pool: Unit;
  readonly came: number;
  readonly told: (Arrival & { readonly cell: number })[];
}

/** The cells of a unit's figure now and then, and of one of its pools, to which so many came since; below 0 they left. */
interface Came {
  readonly now: number;
  readonly given: number;
  readonly own: number;
  readonly pool: Pool;
  readonly n: number;
  readonly came: number;
}

/**
 * The figure of those who came since, or went: with b responses in the pool then, `now − given = share × came ÷ b × (theirs − pool's)`.
 * Nothing where no such figure can be, since other things changed too, or where rounding leaves it open altogether.
 */
function whoCame(
  { now, given, own, pool, n, came }: Came,
  at: { readonly unit: Unit; readonly figure: PlanNode | PlanIndex; readonly measure: Measure },
  cells: readonly CountedCell[],
  { rounding: { digits } }: Plan,
): { readonly cell: CountedCell; readonly relation: Relation; readonly error: number } | undefined {
  const [current, then, mean] = [cells[now], cells[given], cells[own]];
  if (current === undefined || then === undefined || mean === undefined) return undefined;
  const by = (pool.share * came) / (n - came);
  const value = mean.value + (current.value - then.value) / by;
  // What was given out was rounded: the difference may be that much out.
  const error = (0.5 * 10 ** -digits) / Math.abs(by);
  const { min, max } = mean.range;
  if (value < min - error || value > max + error || error >= max - min) return undefined;
  const range = { min: Math.min(min, value), max: Math.max(max, value) };
  const [people, verb] = [Math.abs(came), came > 0 ? 'came to' : 'left'];
  const factors = new Map([
    [now, 1],
    [given, -1],
    [cells.length, -by],
  ]);
  factors.set(own, (factors.get(own) ?? 0) + by);
  return {
    cell: {
      name: `the ${people} who ${verb} ${rowName(at.unit)} since, ${at.figure.id}`,
      value,
      range,
      limit: limitOf(value, at.figure, at.measure, range),
      loss: 1,
      people,
      role: 'unseen',
    },
    relation: { terms: [...factors].map(([cell, factor]) => ({ cell, factor })), low: 0, high: 0 },
    error,
  };
}
