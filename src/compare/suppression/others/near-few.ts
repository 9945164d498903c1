import type { Unit } from '../../comparison.js';
import type { UnitPlace } from '../../unit-places.js';
import type { CountedCell, TableCells } from '../reader/table-cells.js';

/** Whether a place is in the same outermost unit and wave as one of some others. */
export function nearTo(places: readonly UnitPlace[]): (place: UnitPlace) => boolean {
  const near = new Set(places.map(outermost));
  return (place) => near.has(outermost(place));
}

/**
 * The units of which a score is told that is about few; all of them, where the few stand in no one unit, or where a row is made of what
 * lies in several outermost units, so that what is told of one tells of another.
 */
export function fewScored(
  cells: readonly CountedCell[],
  tables: readonly TableCells[],
  isFew: (people: number) => boolean,
): readonly UnitPlace[] | 'anywhere' {
  const few = cells.filter(({ people }) => isFew(people));
  if (few.length === 0) return [];
  const isOwn = ({ comparison, rows }: TableCells) => {
    const own = new Set<Unit>(comparison.units);
    return rows.every((row) => own.has(row));
  };
  const places = few.flatMap(({ at }) => (at?.kind === 'figure' ? [at.unit] : []));
  return places.length === few.length && tables.every(isOwn) ? places : 'anywhere';
}

function outermost({ wave, path }: Pick<UnitPlace, 'wave' | 'path'>): string {
  return `${wave}\0${path[0] ?? ''}`;
}
