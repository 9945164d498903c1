import { isWithin } from '../../../rubric/range.js';
import { type Comparison, type Unit, unitKey } from '../../comparison.js';
import { levelOf } from '../../roll-up/roll-up.js';
import { type Relation, relation } from '../knowledge.js';
import { limitOf } from '../reader/limit.js';
import { type CountedCell, type FigurePlace, rowName, type TableCells } from '../reader/table-cells.js';
import { type EarlierFigure, roundedRange } from './earlier-figure.js';

/**
 * Adds the figures of earlier tables. Where a unit has as many responses as then, its figure is the one given out; where it
 * has more or fewer, the two tell together what those are that came or went, if its responses are pooled in it.
 */
export function earlierRelations(
  { cells, rows, find }: TableCells,
  comparison: Comparison,
  earlier: readonly EarlierFigure[],
): readonly Relation[] {
  const { plan } = comparison;
  const relations: Relation[] = [];
  const units = new Map(rows.map((unit) => [unitKey(unit), unit]));
  const figures = new Map([...plan.nodes, ...plan.indices].map((figure) => [figure.id, figure]));
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
    const place: FigurePlace = { kind: 'figure', comparison, unit, figure, measure: then.measure };
    const difference = differenceCell(place, { now, count }, { given, before }, cells, plan.rounding.digits);
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
  return relations;
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
  at: FigurePlace,
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
    name: `the ${more} who ${fewer} ${rowName(at.unit)} since, ${at.figure.id}`,
    value,
    range,
    limit: limitOf(value, at.figure, at.measure, range),
    loss: 1,
    people: more,
    role: 'unseen',
  };
}
