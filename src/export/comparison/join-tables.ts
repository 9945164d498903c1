import type { Column, Table, TableCell } from '../tables/table.js';

/** Several tables as one: the columns of the last, then those that only others have; what a row has not is empty. */
export function joinTables(tables: readonly Table[]): Table {
  const last = tables.at(-1);
  if (last === undefined) return { columns: [], rows: [], notes: [] };
  if (tables.length === 1) return last;
  const columns = new Map<string, Column>();
  for (const table of [...tables].reverse()) {
    for (const column of table.columns) if (!columns.has(column.key)) columns.set(column.key, column);
  }
  const keys = [...columns.keys()];
  const rows = tables.flatMap((table) => {
    const at = keys.map((key) => table.columns.findIndex((column) => column.key === key));
    return table.rows.map((row) => at.map((i): TableCell => row[i] ?? { kind: 'empty' }));
  });
  return {
    ...last,
    columns: [...columns.values()],
    rows,
    notes: [...new Set(tables.flatMap(({ notes }) => notes))],
  };
}
