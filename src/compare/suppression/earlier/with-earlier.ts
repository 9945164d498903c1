import { isWithin } from '../../../rubric/range.js';
import { type Comparison, type Unit, unitKey } from '../../comparison.js';
import { levelOf } from '../../roll-up.js';
import { type Relation, relation } from '../knowledge.js';
import { limitOf } from '../reader/limit.js';
import { measures, type ShownTable } from '../reader/shown-table.js';
import type { CellPlace, CountedCell } from '../reader/table-cells.js';
import type { TableKnowledge } from '../reader/table-knowledge.js';
import { type EarlierFigure, roundedRange } from './earlier-figure.js';

/** A table together with all that earlier ones showed. */
export function shownEver(
  { plan }: Comparison,
  shown: ShownTable,
  earlier: readonly EarlierFigure[],
): ShownTable {
  const told = earlier.filter(({ value }) => value !== null);
  const figures = [...plan.nodes, ...plan.indices];
  return {
    levels: [...new Set([...shown.levels, ...told.map(({ level }) => level)])],
    figures: figures.filter(
      (figure) => shown.figures.includes(figure) || told.some(({ node }) => node === figure.id),
    ),
    measures: measures.filter(
      (measure) => shown.measures.includes(measure) || told.some((figure) => figure.measure === measure),
    ),
  };
}

/**
 * Adds the figures of earlier tables. Where a unit has as many responses as then, its figure is the one given out; where it
 * has more or fewer, the two tell together what those are that came or went, if its responses are pooled in it.
 */
export function withEarlier(
  known: TableKnowledge,
  { units, plan }: Comparison,
  earlier: readonly EarlierFigure[],
): TableKnowledge {
  if (earlier.length === 0) return known;
  const { cells, find } = known.table;
  const relations: Relation[] = [...known.relations];
  const places = new Map(units.map((unit, i) => [unitKey(unit), i]));
  const figures = new Map([...plan.nodes, ...plan.indices].map((figure) => [figure.id, figure]));
  for (const then of earlier) {
    if (then.value === null) continue;
    const at = places.get(unitKey(then));
    const figure = figures.get(then.node);
    const unit = units[at ?? -1];
    if (at === undefined || unit === undefined || figure === undefined) continue;
    const now = find(at, figure.slot, then.measure);
    const current = cells[now ?? -1];
    if (now === undefined || current === undefined) continue;
    const given = cells.length;
    const range = roundedRange(then.value, then.measure, plan);
    cells.push({
      name: `${current.name}, given out before`,
      value: then.value,
      range,
      limit: 0,
      loss: 1,
      people: 0,
      role: 'given',
    });
    const count = then.counts === 'all' ? unit.size : (unit.card.responses[figure.slot] ?? 0);
    const before = then.responses ?? count;
    if (before === count) {
      const terms = [
        { cell: now, factor: 1 },
        { cell: given, factor: -1 },
      ];
      relations.push(relation(terms, 0, cells));
      // To withhold what was given out as it is would be of no use.
      if (isWithin(current.value, range)) cells[now] = { ...current, loss: Number.POSITIVE_INFINITY };
      continue;
    }
    const place: CellPlace = { unit: at, figure, measure: then.measure };
    const difference = differenceCell(
      place,
      unit,
      { now, count },
      { given, before },
      cells,
      plan.rounding.digits,
    );
    if (difference === undefined || !isPool(unit, { plan })) continue;
    relations.push({
      terms: [
        { cell: now, factor: count },
        { cell: given, factor: -before },
        { cell: cells.length, factor: before - count },
      ],
      low: 0,
      high: 0,
    });
    cells.push(difference);
  }
  return { ...known, relations };
}

/** Whether a unit's figure is the plain mean of its responses'. */
function isPool(unit: Unit, { plan }: Pick<Comparison, 'plan'>): boolean {
  if (unit.response !== undefined || unit.children.some(({ response }) => response === undefined))
    return false;
  const { method, weight } = levelOf(unit, plan);
  return 'combine' in method && method.name === 'mean' && weight === undefined;
}

/** The figure of those who came since, or went; nothing where no such figure can be, since other things changed too. */
function differenceCell(
  at: CellPlace,
  unit: Unit,
  { now, count }: { readonly now: number; readonly count: number },
  { given, before }: { readonly given: number; readonly before: number },
  cells: readonly CountedCell[],
  digits: number,
): CountedCell | undefined {
  const then = cells[given];
  const current = cells[now];
  if (then === undefined || current === undefined) return undefined;
  const value = (count * current.value - before * then.value) / (count - before);
  // What was given out was rounded: the difference may be that much out.
  const error = (0.5 * 10 ** -digits * before) / Math.abs(count - before);
  const { min, max } = current.range;
  if (value < min - error || value > max + error) return undefined;
  const range = { min: Math.min(min, value), max: Math.max(max, value) };
  const [more, fewer] = [Math.abs(count - before), count > before ? 'came to' : 'left'];
  return {
    name: `the ${more} who ${fewer} ${unit.path.join(' › ')} since, ${at.figure.id}`,
    value,
    range,
    limit: limitOf(value, at.figure, at.measure, range),
    loss: 1,
    people: more,
    role: 'unseen',
  };
}
