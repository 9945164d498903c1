import type { Column, Table, TableCell } from './table.js';

/** The table on its side: rows become columns, named by their labels, and columns become rows. */
export function transposed({ columns, rows, ...rest }: Table): Table {
  const labels = columns.flatMap(({ kind }, at) => (kind === 'label' ? [at] : []));
  const others = columns.flatMap((column, at) => (column.kind === 'label' ? [] : [{ column, at }]));
  const names = rows.map((row) =>
    labels.flatMap((at) => (row[at]?.kind === 'text' ? [row[at].text] : [])).join(' › '),
  );
  const digits = Math.max(0, ...columns.map((column) => column.digits ?? 0));
  return {
    ...rest,
    columns: [
      { key: 'figure', title: 'Figure', kind: 'label' },
      ...names.map((name, at): Column => ({ key: unique(names, at), title: name, kind: 'score', digits })),
    ],
    rows: others.map(({ column, at }) => [
      { kind: 'text', text: column.title },
      ...rows.map((row) => withDigits(row[at] ?? { kind: 'empty' }, column)),
    ]),
  };
}

/** A count is none of the scores around it. */
function withDigits(cell: TableCell, { kind, digits = 0 }: Column): TableCell {
  return cell.kind === 'number' ? { ...cell, digits: kind === 'count' ? 0 : digits } : cell;
}

/** The name of a column for files, with a number where another is called the same. */
function unique(names: readonly string[], at: number): string {
  const name = names[at] ?? '';
  const before = names.slice(0, at).filter((other) => other === name).length;
  return before === 0 ? name : `${name} (${before + 1})`;
}
