import {
  type Cell,
  type Knowledge,
  type Relation,
  relation,
} from '../../../src/compare/suppression/knowledge.js';

/** Counts of 0 or more under a heading of columns, with the totals of rows, columns and all. */
export function countsTable(
  text: string,
  { limit, sensitive = [] }: { readonly limit: number; readonly sensitive?: readonly string[] },
): Knowledge {
  const [head = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const rows = lines.map(([name = '', ...figures]) => ({ name, figures: figures.map(Number) }));
  const cells: Cell[] = [];
  const places = new Map<string, number>();
  const add = (name: string, value: number) => {
    places.set(name, cells.length);
    const standing = sensitive.includes(name) ? 'sensitive' : 'open';
    cells.push({
      name,
      value,
      range: { min: 0, max: Number.POSITIVE_INFINITY },
      limit,
      standing,
      loss: value + 1,
    });
  };
  const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);
  for (const { name, figures } of rows) {
    for (const [i, column] of head.entries()) add(`${name}${column}`, figures[i] ?? 0);
    add(`total ${name}`, sum(figures));
  }
  for (const [i, column] of head.entries())
    add(`total ${column}`, sum(rows.map(({ figures }) => figures[i] ?? 0)));
  add('total', sum(rows.flatMap(({ figures }) => figures)));

  const total = (name: string, parts: readonly string[]): Relation =>
    relation(
      [
        ...parts.map((part) => ({ cell: places.get(part) ?? -1, factor: 1 })),
        { cell: places.get(name) ?? -1, factor: -1 },
      ],
      0,
      cells,
    );
  return {
    cells,
    relations: [
      ...rows.map(({ name }) =>
        total(
          `total ${name}`,
          head.map((column) => `${name}${column}`),
        ),
      ),
      ...head.map((column) =>
        total(
          `total ${column}`,
          rows.map(({ name }) => `${name}${column}`),
        ),
      ),
      total(
        'total',
        rows.map(({ name }) => `total ${name}`),
      ),
      total(
        'total',
        head.map((column) => `total ${column}`),
      ),
    ],
    derivations: [],
  };
}
