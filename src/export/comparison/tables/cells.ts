import type { UnitPlace } from '../../../compare/unit-places.js';
import type { Question } from '../../../questionnaire/questionnaire.js';
import { roundHalfUp } from '../../../rubric/numerics.js';
import type { Column, TableCell } from '../../tables/table.js';
import { text, withheld } from '../cells.js';
import { groupColumns } from '../row-columns.js';
import type { TableSettings, WaveGroup } from './comparison-table.js';

export const label = (key: string, title: string): Column => ({ key, title, kind: 'label' });
export const words = (key: string, title: string): Column => ({ key, title, kind: 'text' });
export const count = (key: string, title: string): Column => ({ key, title, kind: 'count' });
export const figure = (key: string, title: string, digits: number): Column => ({
  key,
  title,
  kind: 'score',
  digits,
});

/** A column whose figures are of another unit than its kind says. */
export const measuredIn = (unit: string, column: Column): Column => ({ ...column, unit });

/** Decimals of a statistic that no rubric rounds. */
export const statisticDigits = 3;

export const empty: TableCell = { kind: 'empty' };

/** The columns that say which question a row is about, and their cells, made once for all rows. */
export interface QuestionColumns {
  readonly columns: readonly Column[];
  readonly cells: (question: Pick<Question, 'id' | 'text'>) => readonly TableCell[];
}

export function questionColumns(): QuestionColumns {
  const known = new Map<string, readonly TableCell[]>();
  return {
    columns: [label('question', 'Question'), words('text', 'Text')],
    cells: ({ id, text: asked }) => {
      const cells = known.get(id) ?? [text(id), text(asked)];
      known.set(id, cells);
      return cells;
    },
  };
}

/** Cells of small counts, of which large tables are full. */
const counts: readonly TableCell[] = Array.from({ length: 1000 }, (_, value) => ({ kind: 'number', value }));

/** A figure with so many digits; empty where it is none. `exact` is what it is before it is rounded, where it is rounded already. */
export function number(value: number | undefined, digits = 0, exact = value): TableCell {
  if (value === undefined || Number.isNaN(value)) return empty;
  if (exact !== undefined && exact !== value) {
    return { kind: 'number', value: roundHalfUp(value, digits), exact };
  }
  const known = Number.isInteger(value) ? counts[value] : undefined;
  return known ?? { kind: 'number', value: roundHalfUp(value, digits) };
}

/** Cells, or where they must not be shown, none of them. */
export function shownUnless(isWithheld: boolean, cells: readonly TableCell[]): readonly TableCell[] {
  return isWithheld ? cells.map(() => withheld) : cells;
}

/** The columns that say whose a row is, and their cells. */
export interface UnitColumns {
  readonly columns: readonly Column[];
  readonly cells: (place: Omit<UnitPlace, 'wave'> & { readonly wave?: string }) => readonly TableCell[];
}

/** What rows stand for, the response where there are any, and the wave where there are several. */
export function unitColumns(
  groups: readonly WaveGroup[],
  { keys, waves }: Pick<TableSettings, 'keys' | 'waves'>,
  options: { readonly wave: boolean } = { wave: true },
): UnitColumns {
  const plan = groups.at(-1)?.plans[0];
  const withResponse = keys.some(({ kind }) => kind === 'response');
  const named = groupColumns(keys, plan?.questionnaire ?? { profile: [] });
  const withWave = options.wave && waves.length > 1;
  return {
    columns: [
      ...named.columns,
      ...(withResponse ? [label('response_id', 'Response')] : []),
      ...(withWave ? [label('wave', 'Wave')] : []),
    ],
    cells: (place) => [
      ...named.cells(place),
      ...(withResponse ? [text(place.response ?? '')] : []),
      ...(withWave ? [text(place.wave ?? '')] : []),
    ],
  };
}

/** The questionnaire's title, with what the table is about. */
export function titled(groups: readonly WaveGroup[], about: string): string {
  const title = groups.at(-1)?.plans[0]?.questionnaire.title;
  return title === undefined ? about : `${title}: ${about}`;
}
