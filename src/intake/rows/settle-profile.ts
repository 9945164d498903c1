import type { Finding } from '../../finding/finding.js';
import type { Profile, RegisteredUnits } from '../register/registered-units.js';
import { missingProfile } from './cells.js';
import { cellPlace, rowPlace } from './places.js';
import type { Table } from './table.js';

/** A cell that could not be read, of a field that the register may fill in. */
export interface UnreadCell {
  readonly field: string;
  readonly text: string;
  readonly fault: Finding;
}

/** The profile of a row as the register has it; what is wrong with the row goes to its faults. */
export function settleProfile(
  table: Table,
  register: RegisteredUnits,
  read: Profile,
  unread: readonly UnreadCell[],
  line: number,
): Profile {
  const placeOf = (field: string) => {
    const at = table.columnOf.get(field);
    return at === undefined ? rowPlace(table, line) : cellPlace(table, line, at);
  };
  const said = { ...read, ...Object.fromEntries(unread.map(({ field, text }) => [field, text])) };
  const { profile, given, faults } = register.settle(said, placeOf, table.tally);
  table.faults.push(...faults);
  for (const { field, fault } of unread) if (!given.has(field)) table.faults.push(fault);
  // Of a unit that is not known, nobody can say what it lacks.
  const missing = faults.length > 0 ? [] : register.required.filter(({ id }) => profile[id] === undefined);
  for (const field of missing) table.faults.push(missingProfile(field, placeOf(field.id)));
  return profile;
}
