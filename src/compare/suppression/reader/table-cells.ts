import type { PlanIndex, PlanNode } from '../../../rubric/plan.js';
import { type Comparison, everyUnit, type Unit, unitName } from '../../comparison.js';
import type { UnitPlace } from '../../unit-places.js';
import type { EarlierFigure } from '../earlier/earlier-figure.js';
import { earlierKey } from '../earlier/earlier-figure.js';
import type { Cell } from '../knowledge.js';
import { limitOf } from './limit.js';
import { peopleBehind } from './people-behind.js';
import { isNode, type Measure, measures, type ShownTable } from './shown-table.js';
import { unitRange } from './unit-range.js';

/** A cell whose standing depends on how many people it is about. */
export interface CountedCell extends Omit<Cell, 'standing'> {
  /** How many people it is about; 0 where it is about none. */
  readonly people: number;
  /** What it is, if a table shows it. */
  readonly at?: CellPlace;
  /** `shown` unless it must not be; `given` out before; or in no table. */
  readonly role: 'shown' | 'given' | 'unseen';
}

/** What figures there are that are no scores of units. */
export type OtherKind = 'ratings' | 'roles' | 'alpha' | 'barriers' | 'shortfall' | 'targets' | 'change';

/** A figure in a table: of a unit, or any other. */
export type CellPlace = FigurePlace | OtherPlace;

/** Which figure of which unit, under which of the comparisons. */
export interface FigurePlace {
  readonly kind: 'figure';
  readonly comparison: Comparison;
  readonly unit: Unit;
  readonly figure: PlanNode | PlanIndex;
  readonly measure: Measure;
}

export interface OtherPlace {
  readonly kind: 'other';
  readonly what: OtherKind;
  readonly whose: UnitPlace;
  /** The ids of what it is about. */
  readonly about: readonly string[];
}

/** Finds the cell of a figure. */
export type FindCell = (unit: Unit, slot: number, measure: Measure) => number | undefined;

/** The figures of units under one rubric, among all cells. */
export interface TableCells {
  readonly comparison: Comparison;
  /** Grows while relations are made, by figures that are in no table. */
  readonly cells: CountedCell[];
  /** Every unit of which any figure is told. */
  readonly rows: readonly Unit[];
  readonly figures: readonly (PlanNode | PlanIndex)[];
  readonly measures: readonly Measure[];
  readonly find: FindCell;
}

/** Rows of which something is known that no table shows: what `earlier` tables told, and scores that other figures tell of. */
export interface RowsBeside {
  readonly known: readonly Unit[];
  readonly linked: readonly Unit[];
}

/** Adds every figure that tables show to the cells, and those that earlier ones did. */
export function tableCells(
  comparison: Comparison,
  tables: readonly ShownTable[],
  { known, linked }: RowsBeside,
  earlier: readonly EarlierFigure[],
  cells: CountedCell[],
): TableCells {
  const { plan } = comparison;
  const places = new Map<Unit, Map<number, number>>();
  const key = (slot: number, measure: Measure) => slot * measures.length + measures.indexOf(measure);
  // What was withheld then must not follow from what is told now.
  const told = new Set(earlier.map(earlierKey));
  const found = { figures: new Set<PlanNode | PlanIndex>(), measures: new Set<Measure>() };
  const add = (
    unit: Unit,
    figure: PlanNode | PlanIndex,
    measure: Measure,
    role: CountedCell['role'],
  ): void => {
    const own = places.get(unit) ?? new Map<number, number>();
    places.set(unit, own);
    const place = key(figure.slot, measure);
    const value = unit.card[measure][figure.slot] ?? Number.NaN;
    if (Number.isNaN(value) || own.has(place)) return;
    found.figures.add(figure);
    found.measures.add(measure);
    const { min, max } = unitRange(figure, measure, unit, plan);
    // A cap below what a node can be is the one way out of its range.
    const range = { min: Math.min(min, value), max: Math.max(max, value) };
    own.set(place, cells.length);
    cells.push({
      name: cellName(rowName(unit), { unit, figure, measure, comparison }),
      value,
      range,
      limit: limitOf(value, figure, measure, range),
      loss: lossOf(unit, figure, measure),
      people: peopleBehind(unit, figure, plan, measure),
      at: { kind: 'figure', comparison, unit, figure, measure },
      role,
    });
  };
  for (const { rows, figures, measures: own } of tables) {
    for (const unit of rows) {
      for (const figure of figures) for (const measure of own) add(unit, figure, measure, 'shown');
    }
  }
  // Where there is none, not even that may be told of few: it is withheld as a figure would be, and hangs together with no other.
  const silent = new Map<Unit, Set<number>>();
  const addNothing = (unit: Unit, figure: PlanNode | PlanIndex, measure: Measure): void => {
    const place = key(figure.slot, measure);
    const own = silent.get(unit) ?? new Set<number>();
    if (places.get(unit)?.has(place) || own.has(place)) return;
    silent.set(unit, own.add(place));
    cells.push({
      name: cellName(rowName(unit), { unit, figure, measure, comparison }),
      value: 0,
      range: { min: 0, max: 0 },
      limit: 0,
      loss: 1,
      people: peopleBehind(unit, figure, plan, measure),
      at: { kind: 'figure', comparison, unit, figure, measure },
      role: 'shown',
    });
  };
  for (const { rows, figures, measures: own } of tables) {
    const there = own.filter((measure) => found.measures.has(measure));
    for (const unit of rows) {
      for (const figure of figures) for (const measure of there) addNothing(unit, figure, measure);
    }
  }
  const figures = [...plan.nodes, ...plan.indices];
  for (const unit of known) {
    for (const figure of figures) {
      for (const measure of measures) {
        if (told.has(earlierKey({ ...unit, node: figure.id, measure }))) add(unit, figure, measure, 'unseen');
      }
    }
  }
  const [toldFigures, toldMeasures] = [[...found.figures], [...found.measures]];
  for (const unit of linked) {
    for (const figure of toldFigures)
      for (const measure of toldMeasures) add(unit, figure, measure, 'unseen');
  }
  return {
    comparison,
    cells,
    rows: [...places.keys()],
    figures: figures.filter((figure) => found.figures.has(figure)),
    measures: [...found.measures],
    find: (unit, slot, measure) => places.get(unit)?.get(key(slot, measure)),
  };
}

/** What a figure is called, of a row or of `what` is made of it: the measure is said where it is no score. */
export function cellName(
  what: string,
  { comparison: { waves }, unit: { wave }, figure: { id }, measure }: Omit<FigurePlace, 'kind'>,
): string {
  const name = `${what}, ${id}`;
  const whose = waves.length > 1 && wave !== '' ? `${name}, ${wave}` : name;
  return measure === 'scores' ? whose : `${whose} (${measure})`;
}

/** What people call a unit, and the row of all. */
export function rowName(unit: Pick<Unit, 'level' | 'path' | 'response' | 'groups'>): string {
  return unit.level === everyUnit ? everyUnit : unitName(unit);
}

/** The more people a figure is about, the more is lost with it; a score more than what surrounds it; `overall` more than its parts. */
function lossOf(unit: Unit, figure: PlanNode | PlanIndex, measure: Measure): number {
  const people = Math.max(1, unit.people, unit.size);
  const whole = isNode(figure) && figure.kind === 'overall' ? 1.25 : 1;
  return people * whole * (measure === 'scores' ? 2 : 1);
}
