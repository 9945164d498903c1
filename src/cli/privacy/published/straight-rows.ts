import type { Unit } from '../../../compare/comparison.js';
import { groupUnits } from '../../../compare/grouping/group.js';
import type { JsonRow } from '../../../compare/suppression/earlier/read/earlier-document.js';
import { tablesIn } from '../../../compare/suppression/earlier/read/tables-in.js';
import { turnedBack } from '../../../compare/suppression/earlier/read/turned-back.js';
import { isColumnChoice, wideFigures } from '../../../export/comparison/figure.js';
import { countColumns, nameColumns, waveColumn } from '../../../export/comparison/row-columns.js';
import { rubricEnding } from '../../../export/comparison/shown.js';
import { UsageError } from '../../usage-error.js';
import type { PlacedTable } from './published-tables.js';
import type { Published } from './read-published.js';

/** The rows of a table of scores given out before; of one on its side, as they were before it was turned. */
export function straightRows(
  { file, document }: Published,
  inGroups: readonly PlacedTable[],
): readonly JsonRow[] {
  const lines = tablesIn(document).flatMap(({ name, rows }) => (name === 'scores' ? rows : []));
  if (!document.options.has('--transpose') || lines.length === 0) return lines;
  const found = turnedBack(lines, { units: columnNames(inGroups), figures: lineNames(inGroups) });
  if (found.kind === 'rows') return found.rows;
  const { what, name, of } = found;
  const unclear =
    of.length > 0
      ? `could be of ${of.map((each) => `\`${each}\``).join(' or of ')}`
      : `is of no ${what === 'line' ? 'figure' : 'unit'} that there is now`;
  throw new UsageError(
    `--published ${file}: its ${what} \`${name}\` ${unclear}`,
    'A table on its side says no more than such names: name the same table as it is without --transpose.',
  );
}

/** By what a column of a table on its side is called, with its wave or without, the names of its unit. */
function columnNames(inGroups: readonly PlacedTable[]): ReadonlyMap<string, readonly JsonRow[]> {
  const names = new Map<string, Map<string, JsonRow>>();
  for (const { group, grouping } of inGroups) {
    for (const withWave of [false, true]) {
      const about = [nameColumns(grouping.keys, group.questionnaire), waveColumn(withWave)];
      const columns = about.flatMap((each) => each.columns);
      const add = (unit: Unit): void => {
        const named = about
          .flatMap((each) => each.cells(unit))
          .flatMap((cell, at): [string, string][] =>
            cell.kind === 'text' ? [[columns[at]?.key ?? '', cell.text]] : [],
          );
        const label = named.map(([, name]) => name).join(' › ');
        const row = Object.fromEntries(named);
        const known = names.get(label) ?? new Map<string, JsonRow>();
        names.set(label, known.set(JSON.stringify(row), row));
      };
      const [comparison] = group.gathered.comparisons;
      if (comparison !== undefined) for (const unit of groupUnits(comparison, grouping)) add(unit);
    }
  }
  return new Map([...names].map(([label, rows]) => [label, [...rows.values()]]));
}

/** By what a line of a table on its side is called, the key of its column. */
function lineNames(inGroups: readonly PlacedTable[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, Set<string>>();
  const add = (title: string, key: string) => {
    keys.set(title, (keys.get(title) ?? new Set()).add(key));
  };
  for (const { key, title } of Object.values(countColumns)) add(title, key);
  for (const { group, document } of inGroups) {
    const columns = document.options.get('--columns') ?? '';
    const depth = Number(document.options.get('--depth') ?? 1);
    for (const plan of group.plans) {
      const { rubric } = plan;
      for (const { id, title } of wideFigures(
        plan,
        isColumnChoice(columns) ? columns : 'dimensions',
        depth,
      )) {
        add(title, id);
        add(`${title} (${rubric.title})`, `${id}${rubricEnding(rubric.id)}`);
      }
    }
  }
  return new Map([...keys].map(([title, ids]) => [title, [...ids]]));
}
