import { withheldCells } from '../tables/absence.js';
import type { Table } from '../tables/table.js';

/** What is said of small groups, and whether for release. */
export interface WithheldSaid {
  /** By how many cells are withheld. */
  readonly notes: (cells: number) => readonly string[];
  readonly forRelease: boolean;
}

/** Tables marked for release if they are, with notes on what is withheld under the last of them. */
export function withWithheld(
  tables: readonly Table[],
  { notes, forRelease }: WithheldSaid,
): readonly Table[] {
  const cells = tables.reduce((sum, table) => sum + withheldCells(table), 0);
  return tables.map((table, at) => ({
    ...table,
    notes: at === tables.length - 1 ? [...table.notes, ...notes(cells)] : table.notes,
    forRelease,
  }));
}
