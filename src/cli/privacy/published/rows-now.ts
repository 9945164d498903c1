import { type JsonRow, textAt } from '../../../compare/suppression/earlier/read/earlier-document.js';
import { unitFields } from '../../../questionnaire/questionnaire.js';
import { registeredNames } from '../../units/registered-names.js';
import type { PublishedGroup } from './published-tables.js';
import type { Published } from './read-published.js';

/**
 * Rows of a table given out before with the names that their units have now, by the register, and with the wave that they are of, where
 * the document says it and they do not.
 */
export function rowsNow(
  rows: readonly JsonRow[],
  { file, document: { waves } }: Published,
  { questionnaire, returns: { register }, gathered }: PublishedGroup,
): readonly JsonRow[] {
  const fields = unitFields(questionnaire).map(({ id }) => id);
  const [only, ...others] = waves ?? [];
  const now = gathered.comparisons[0]?.waves ?? [];
  // Where answers name no wave now, they are not told apart by one.
  const wave = others.length > 0 || now.includes('') ? undefined : only;
  const renamed = new Map<string, Readonly<Record<string, string>>>();
  const namesNow = (names: Readonly<Record<string, string>>) => {
    const key = JSON.stringify(names);
    const found =
      renamed.get(key) ??
      registeredNames(names, register, { profile: questionnaire.profile }, `--published ${file}: `);
    renamed.set(key, found);
    return found;
  };
  const pathNow = (text: string): string => {
    const path = text.split(between);
    if (path.length > fields.length) return text;
    const names = namesNow(Object.fromEntries(path.map((name, at) => [fields[at] ?? '', name])));
    return path.map((name, at) => names[fields[at] ?? ''] ?? name).join(between);
  };
  return rows.map((row) => {
    const named = Object.fromEntries(
      fields.flatMap((field): [string, string][] => {
        const name = textAt(row, field);
        return name === undefined ? [] : [[field, name]];
      }),
    );
    const paths = pathColumns.flatMap((column): [string, string][] => {
      const text = textAt(row, column);
      return text === undefined ? [] : [[column, pathNow(text)]];
    });
    return {
      ...row,
      ...namesNow(named),
      ...Object.fromEntries(paths),
      ...(wave === undefined || textAt(row, 'wave') !== undefined ? {} : { wave }),
    };
  });
}

/** Columns of tables of exchange that hold whole names of units, and what stands between a unit and one within it. */
const pathColumns = ['learner', 'from'];
const between = ' › ';
