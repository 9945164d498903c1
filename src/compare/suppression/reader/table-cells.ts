import type { PlanIndex, PlanNode } from '../../../rubric/plan.js';
import { type Comparison, type Unit, unitName } from '../../comparison.js';
import type { Cell } from '../knowledge.js';
import { limitOf } from './limit.js';
import { isNode, type Measure, measures, type ShownTable } from './shown-table.js';
import { unitRange } from './unit-range.js';

/** A cell whose standing depends on how many people it is about. */
export interface CountedCell extends Omit<Cell, 'standing'> {
  /** How many people it is about; 0 where it is about none. */
  readonly people: number;
  /** Where it stands, if it is the figure of a unit. */
  readonly at?: CellPlace;
  /** `shown` unless it must not be; `given` out before; or in no table. */
  readonly role: 'shown' | 'given' | 'unseen';
}

/** Which figure of which unit. */
export interface CellPlace {
  /** Of the comparison's units. */
  readonly unit: number;
  readonly figure: PlanNode | PlanIndex;
  readonly measure: Measure;
}

export interface TableCells {
  /** Grows while relations are made, by figures that are in no table. */
  readonly cells: CountedCell[];
  readonly find: (unit: number, slot: number, measure: Measure) => number | undefined;
}

/**
 * Every figure that a table would show, and those that others did: `known` is all that is looked at, `shown` what is in this
 * table.
 */
export function tableCells(
  { units, plan, waves }: Comparison,
  known: ShownTable,
  shown: ShownTable,
): TableCells {
  const cells: CountedCell[] = [];
  const places = new Map<number, number>();
  const key = (unit: number, slot: number, measure: Measure) =>
    (unit * plan.figureSlots + slot) * measures.length + measures.indexOf(measure);
  for (const [i, unit] of units.entries()) {
    if (!known.levels.includes(unit.level)) continue;
    for (const figure of known.figures) {
      for (const measure of known.measures) {
        const value = unit.card[measure][figure.slot] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        const { min, max } = unitRange(figure, measure, unit, plan);
        // A cap below what a node can be is the one way out of its range.
        const range = { min: Math.min(min, value), max: Math.max(max, value) };
        places.set(key(i, figure.slot, measure), cells.length);
        cells.push({
          name: cellName(unit, figure, measure, waves.length > 1),
          value,
          range,
          limit: limitOf(value, figure, measure, range),
          loss: lossOf(unit, figure, measure),
          people: peopleBehind(unit, figure),
          at: { unit: i, figure, measure },
          role:
            shown.levels.includes(unit.level) &&
            shown.figures.includes(figure) &&
            shown.measures.includes(measure)
              ? 'shown'
              : 'unseen',
        });
      }
    }
  }
  return { cells, find: (unit, slot, measure) => places.get(key(unit, slot, measure)) };
}

/** The people whom a figure is about: those with a score, unless nobody has one or there are fewer people altogether. */
export function peopleBehind({ card, people }: Unit, figure: PlanNode | PlanIndex): number {
  const scored = isNode(figure) ? (card.people[figure.slot] ?? 0) : 0;
  return scored === 0 ? people : Math.min(scored, people);
}

function cellName(unit: Unit, { id }: PlanNode | PlanIndex, measure: Measure, severalWaves: boolean): string {
  const name = `${unitName(unit)}, ${id}`;
  const whose = severalWaves && unit.wave !== '' ? `${name}, ${unit.wave}` : name;
  return measure === 'scores' ? whose : `${whose} (${measure})`;
}

/** The more people a figure is about, the more is lost with it; a score more than what surrounds it; `overall` more than its parts. */
function lossOf(unit: Unit, figure: PlanNode | PlanIndex, measure: Measure): number {
  const people = Math.max(1, unit.people, unit.size);
  const whole = isNode(figure) && figure.kind === 'overall' ? 1.25 : 1;
  return people * whole * (measure === 'scores' ? 2 : 1);
}
