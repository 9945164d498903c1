import type { EarlierDocument, JsonRow } from './earlier-document.js';

/** The columns that tell which table one is, where its file does not say. */
const signatures: readonly (readonly [name: string, column: string])[] = [
  ['waves', 'from_wave'],
  ['agreement', 'lowest'],
  ['alpha', 'alpha'],
  ['talk', 'ratings'],
  ['roles', 'other_role'],
  ['ambition', 'shortfall'],
  ['exchange', 'their_score'],
  ['barriers', 'barrier'],
];

/** The rows of a document's tables, by the names of the tables: one table a file does not say its name. */
export function tablesIn({
  tables,
  options,
}: EarlierDocument): readonly { readonly name: string; readonly rows: readonly JsonRow[] }[] {
  const asked = tablesAsked(options);
  const [only = 'scores', ...others] = asked;
  return tables.map(({ name, rows }) => ({
    name: name ?? (others.length === 0 ? only : nameOf(rows, asked)),
    rows,
  }));
}

/** The tables that were asked for: those named, or else what `--waves` or `--roles` asks for. */
export function tablesAsked(options: EarlierDocument['options']): readonly string[] {
  const named = options.get('--tables')?.split(',');
  const asked = ['waves', 'roles'].filter((table) => options.has(`--${table}`));
  return named ?? (asked.length > 0 ? asked : ['scores']);
}

function nameOf([row]: readonly JsonRow[], asked: readonly string[]): string {
  const found = signatures.find(
    ([name, column]) => asked.includes(name) && row !== undefined && column in row,
  );
  return found?.[0] ?? 'scores';
}
