import { type JsonRow, numberAt, textAt } from './earlier-document.js';

/** What the columns and lines of a table on its side are called. */
export interface TurnedNames {
  /** By what a column may be called, the names of each unit that it may be of. */
  readonly units: ReadonlyMap<string, readonly JsonRow[]>;
  /** By what a line may be called, the key of each column that it may have been. */
  readonly figures: ReadonlyMap<string, readonly string[]>;
}

/** The table as it was, or the first column or line that does not say what it is of. */
export type TurnedBack =
  | { readonly kind: 'rows'; readonly rows: readonly JsonRow[] }
  | {
      readonly kind: 'unclear';
      readonly what: 'column' | 'line';
      readonly name: string;
      readonly of: readonly string[];
    };

/** Turns a table back that stood on its side: its columns become rows. */
export function turnedBack(lines: readonly JsonRow[], { units, figures }: TurnedNames): TurnedBack {
  const columns = Object.keys(lines[0] ?? {}).filter((key) => key !== 'figure');
  const keys: (string | undefined)[] = [];
  for (const line of lines) {
    const title = textAt(line, 'figure') ?? '';
    const found = figures.get(title) ?? (isBeside(title, figures) ? [undefined] : []);
    if (found.length !== 1) {
      return { kind: 'unclear', what: 'line', name: title, of: found.flatMap((key) => key ?? []) };
    }
    keys.push(found[0]);
  }
  const rows: JsonRow[] = [];
  for (const column of columns) {
    const [unit, ...others] = units.get(column) ?? [];
    if (unit === undefined || others.length > 0) {
      const all = unit === undefined ? [] : [unit, ...others];
      const of = all.map((each) => Object.entries(each).map(([key, name]) => `${key}: ${name}`));
      return { kind: 'unclear', what: 'column', name: column, of: of.map((names) => names.join(', ')) };
    }
    const told = lines.flatMap((line, at): [string, number | null][] => {
      const key = keys[at];
      return key === undefined ? [] : [[key, numberAt(line, column)]];
    });
    rows.push({ ...unit, ...Object.fromEntries(told) });
  }
  return { kind: 'rows', rows };
}

/** Whether a line says something of a figure, such as its rank. */
function isBeside(title: string, figures: TurnedNames['figures']): boolean {
  return [...figures.keys()].some((figure) => title.startsWith(`${figure}: `));
}
