/** A row of a table as JSON. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** What `compare` wrote as JSON: the rows of its tables, and the options that they were made with. */
export interface EarlierDocument {
  readonly rows: readonly JsonRow[];
  /** By option, such as `--by`, what was written behind it; empty for a switch. */
  readonly options: ReadonlyMap<string, string>;
}

/** Nothing where it is no such document. */
export function earlierDocument(json: unknown): EarlierDocument | undefined {
  if (!isObject(json) || !isObject(json.provenance)) return undefined;
  const tables = listOf(json.tables, isObject);
  const given = listOf(json.provenance.options, isObject);
  if (tables === undefined || given === undefined) return undefined;
  const rows: JsonRow[] = [];
  for (const table of tables) {
    const own = listOf(table.rows, isObject);
    if (own === undefined) return undefined;
    rows.push(...own);
  }
  const options = given.flatMap(({ option, value }): [string, string][] =>
    typeof option === 'string' && typeof value === 'string' ? [[option, value]] : [],
  );
  return { rows, options: new Map(options) };
}

function isObject(value: unknown): value is JsonRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf<T>(value: unknown, is: (item: unknown) => item is T): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: readonly unknown[] = value;
  return items.every(is) ? items : undefined;
}
