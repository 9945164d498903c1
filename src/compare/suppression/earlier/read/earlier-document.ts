import { isMap } from '../../../../questionnaire/definition/tree.js';

/** A row of a table as JSON. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** A table that was given out. */
export interface EarlierTable {
  /** Where there are several. */
  readonly name: string | undefined;
  readonly rows: readonly JsonRow[];
}

/** What `compare` wrote as JSON: its tables, and what they were made with. */
export interface EarlierDocument {
  readonly tables: readonly EarlierTable[];
  /** By option, such as `--by`, what was written behind it; empty for a switch. */
  readonly options: ReadonlyMap<string, string>;
  /** The ids of rubrics. */
  readonly rubrics: readonly string[];
  /** The id of the questionnaire, and of those that earlier waves answered. */
  readonly questionnaires: readonly string[];
  /** The waves that it is of; nothing where it does not say. */
  readonly waves: readonly string[] | undefined;
  /** Figures about fewer were withheld; 0 where none were. */
  readonly minGroup: number;
}

/** Nothing where it is no such document. */
export function earlierDocument(json: unknown): EarlierDocument | undefined {
  if (!isMap(json) || !isMap(json.provenance)) return undefined;
  const written = listOf(json.tables, isMap);
  const given = listOf(json.provenance.options, isMap);
  if (written === undefined || given === undefined) return undefined;
  const tables: EarlierTable[] = [];
  for (const table of written) {
    const rows = listOf(table.rows, isMap);
    if (rows === undefined) return undefined;
    tables.push({ name: typeof table.name === 'string' ? table.name : undefined, rows });
  }
  const options = given.flatMap(({ option, value }): [string, string][] =>
    typeof option === 'string' && typeof value === 'string' ? [[option, value]] : [],
  );
  const { questionnaire, earlier, rubrics, waves, small_groups } = json.provenance;
  return {
    tables,
    options: new Map(options),
    rubrics: idsOf(rubrics),
    questionnaires: [...idsOf([questionnaire]), ...idsOf(earlier)],
    waves: listOf(waves, (wave) => typeof wave === 'string'),
    minGroup: isMap(small_groups) ? (numberAt(small_groups, 'min_group') ?? 0) : 0,
  };
}

/** The text of a row under a key; nothing where it is blank. */
export function textAt(row: JsonRow, key: string): string | undefined {
  const value = row[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The number of a row under a key, or null. */
export function numberAt(row: JsonRow, key: string): number | null {
  const value = row[key];
  return typeof value === 'number' ? value : null;
}

function idsOf(definitions: unknown): readonly string[] {
  return (listOf(definitions, isMap) ?? []).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}

function listOf<T>(value: unknown, is: (item: unknown) => item is T): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: readonly unknown[] = value;
  return items.every(is) ? items : undefined;
}
