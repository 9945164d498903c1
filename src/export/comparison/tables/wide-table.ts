import { unitKey } from '../../../compare/comparison.js';
import type { Plan } from '../../../rubric/plan.js';
import type { Column, TableCell } from '../../tables/table.js';
import { empty } from './cells.js';
import { type PlacedTable, placedRows } from './placed-table.js';

/** How a table lies with one row a unit: what becomes a column, and which of its figures stands there. By the keys of columns. */
export interface WideLayout {
  /** What a column is about, such as a node, and what that is called. */
  readonly about: readonly { readonly id: string; readonly title: string }[];
  readonly figure: string;
  /** What else a row says of its unit, beside what stands before the first of `about`. */
  readonly beside: readonly string[];
  /** The ids that columns can be about, in their order, by the first of `about` and then the next. */
  readonly order: (plan: Plan) => readonly (readonly string[])[];
  /** Whether a column in which everything is 0 is left out. */
  readonly withoutZeros?: true;
}

/** The keys of all columns of figures that there can be, and of what else can be sorted by. */
export function wideColumns({ beside, order }: WideLayout, plan: Plan): readonly string[] {
  const joined = order(plan).reduce<readonly string[]>(
    (keys, ids) => (keys.length === 0 ? ids : keys.flatMap((key) => ids.map((id) => columnKey([key, id])))),
    [],
  );
  return [...beside, ...joined];
}

function columnKey(ids: readonly string[]): string {
  return ids.join('__');
}

/** The same table with one row a unit. Cells keep what they say, and that they are withheld. */
export function widened(table: PlacedTable, layout: WideLayout, plan: Plan | undefined): PlacedTable {
  const at = (key: string) => table.columns.findIndex((column) => column.key === key);
  const about = layout.about.map(({ id, title }) => ({ id: at(id), title: at(title) }));
  const figure = at(layout.figure);
  const kept = [
    ...table.columns.slice(0, about[0]?.id ?? 0).keys(),
    ...layout.beside.map(at).filter((column) => column >= 0),
  ];
  const subjects = new Map<string, Subject>();
  const units = new Map<string, Wide>();
  for (const [i, cells] of table.rows.entries()) {
    const place = table.places[i];
    if (place === undefined) continue;
    const ids = about.map(({ id }) => textOf(cells[id]));
    const key = columnKey(ids);
    const title = about.map((each) => textOf(cells[each.title])).join(': ');
    if (!subjects.has(key)) subjects.set(key, { key, ids, title });
    const own = kept.map((column) => cells[column] ?? empty);
    const whose = JSON.stringify([unitKey(place), own.map(textOf)]);
    const unit = units.get(whose) ?? { place, own, figures: new Map<string, TableCell>() };
    units.set(whose, unit);
    unit.figures.set(key, cells[figure] ?? empty);
  }
  const all = [...units.values()];
  const isNothing = ({ key }: Subject) =>
    all.every(({ figures }) => {
      const cell = figures.get(key) ?? empty;
      return cell.kind === 'number' ? cell.value === 0 : cell.kind === 'empty' && cell.why === undefined;
    });
  const shown = inOrder([...subjects.values()], plan === undefined ? [] : layout.order(plan)).filter(
    (subject) => layout.withoutZeros !== true || !isNothing(subject),
  );
  return {
    ...table,
    columns: [
      ...kept.flatMap((column) => table.columns[column] ?? []),
      ...shown.map(({ key, title }): Column => {
        const { kind = 'score', digits } = table.columns[figure] ?? {};
        return { key, title, kind, ...(digits === undefined ? {} : { digits }) };
      }),
    ],
    notes: [...table.notes, `In the columns: ${table.columns[figure]?.title ?? ''}.`],
    ...placedRows(
      all.map(({ place, own, figures }) => ({
        place,
        cells: [...own, ...shown.map(({ key }) => figures.get(key) ?? empty)],
      })),
    ),
  };
}

/** What a column is about. */
interface Subject {
  readonly key: string;
  readonly ids: readonly string[];
  readonly title: string;
}

interface Wide {
  readonly place: PlacedTable['places'][number];
  readonly own: readonly TableCell[];
  readonly figures: Map<string, TableCell>;
}

/** Ids that the order does not know, as of an earlier version, come last. */
function inOrder(subjects: readonly Subject[], order: readonly (readonly string[])[]): readonly Subject[] {
  const placeOf = ({ ids }: Subject, level: number) => {
    const found = order[level]?.indexOf(ids[level] ?? '') ?? -1;
    return found < 0 ? Number.MAX_SAFE_INTEGER : found;
  };
  return subjects.toSorted((one, other) => {
    for (const level of order.keys()) {
      const difference = placeOf(one, level) - placeOf(other, level);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function textOf(cell: TableCell | undefined): string {
  if (cell?.kind === 'number') return String(cell.value);
  return cell?.kind === 'text' ? cell.text : '';
}
