import type { Range } from '../../../rubric/range.js';
import { unitName } from '../../comparison.js';
import type { UnitPlace } from '../../unit-places.js';
import type { SinceThen } from '../earlier/since-then.js';
import type { Derivation, Relation, RelationSum, Term } from '../knowledge.js';
import type { CountedCell, OtherKind, TableCells } from '../reader/table-cells.js';

/** How figures hang together with one another and with those that are there. */
export interface Ties {
  readonly relations: readonly Relation[];
  readonly derivations: readonly Derivation[];
  /** Which of these relations come to which, by their places among them. */
  readonly sums?: readonly RelationSum[];
  /** The parts of figures that are mixed by known shares. */
  readonly mixtures: readonly (readonly Term[])[];
  /** Cells of which nothing may be told, whatever they are about, since tables given out before told of others. */
  readonly closed?: readonly number[];
}

/** Figures of other kinds than scores, and how they hang together. */
export interface OtherFigures {
  /** Whether any is of several outermost units, so that what is told of one of these tells of another. */
  readonly tieUnits: boolean;
  /** Adds them to the cells. */
  readonly add: (cells: CountedCell[], among: Among) => Ties;
}

/** What other figures are told together with. */
export interface Among {
  /** Those of units, one table for each rubric. */
  readonly tables: readonly TableCells[];
  /** Of how many people something must not be told. */
  readonly isFew: (people: number) => boolean;
  /** Whether any of all kinds of figures tie outermost units. */
  readonly areTied: boolean;
  /** What tables given out before leave to be told. */
  readonly since: SinceThen;
}

/** Whether a figure is of all that lies in several outermost units: it is in none of them. */
export function tieUnits(places: readonly UnitPlace[]): boolean {
  return places.some(({ path, response }) => path.length === 0 && response === undefined);
}

/** A figure of a unit that is no score of it. */
export interface OtherFigure {
  /** What kind of figure, and the ids of what it is about. */
  readonly kind: OtherKind;
  readonly about: readonly string[];
  readonly whose: UnitPlace;
  readonly value: number;
  readonly range: Range;
  /** Withheld, it must stay unknown by more than this: a tenth of its range unless it is said. */
  readonly limit?: number;
  readonly people: number;
  readonly isShown: boolean;
}

/**
 * Adds a figure that there is none of, in a unit of few: there is nothing to keep of it but that, so it is withheld as if it were one,
 * and hangs together with no other.
 */
export function addNothing(
  cells: CountedCell[],
  figure: Omit<OtherFigure, 'value' | 'range' | 'limit'>,
): void {
  if (figure.people > 0) addFigure(cells, { ...figure, value: 0, range: { min: 0, max: 0 } });
}

/** Adds a figure to the cells, and says where it stands among them. */
export function addFigure(
  cells: CountedCell[],
  { kind, about, whose, value, range, limit, people, isShown }: OtherFigure,
): number {
  const wave = whose.wave === '' ? '' : `, ${whose.wave}`;
  cells.push({
    name: `${[unitName(whose) || '(all)', ...about].join(', ')}${wave} (${kind})`,
    value,
    range: { min: Math.min(range.min, value), max: Math.max(range.max, value) },
    limit: limit ?? (range.max - range.min) / 10,
    // Scores are what tables are read for: of what tells the same, they go last.
    loss: Math.max(1, people) / 2,
    people,
    at: { kind: 'other', what: kind, whose, about },
    role: isShown ? 'shown' : 'unseen',
  });
  return cells.length - 1;
}
