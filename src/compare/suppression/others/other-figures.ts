import type { Derivation, Relation, Term } from '../knowledge.js';
import type { CountedCell, TableCells } from '../reader/table-cells.js';

/** How figures hang together with one another and with those that are there. */
export interface Ties {
  readonly relations: readonly Relation[];
  readonly derivations: readonly Derivation[];
  /** The parts of figures that are mixed by known shares. */
  readonly mixtures: readonly (readonly Term[])[];
}

/** Adds figures of other kinds to the cells. `tables` holds those of units, one for each rubric. */
export type OtherFigures = (cells: CountedCell[], tables: readonly TableCells[]) => Ties;
