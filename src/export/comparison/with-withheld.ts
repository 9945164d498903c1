import type { Table } from '../tables/table.js';

/** What is said of small groups, and whether for release. */
export interface WithheldSaid {
  readonly notes: readonly string[];
  readonly forRelease: boolean;
}

/** Tables marked for release if they are, with notes on what is withheld under the last of them. */
export function withWithheld(
  tables: readonly Table[],
  { notes, forRelease }: WithheldSaid,
): readonly Table[] {
  return tables.map((table, at) => ({
    ...table,
    notes: at === tables.length - 1 ? [...table.notes, ...notes] : table.notes,
    forRelease,
  }));
}
