import type { Comparison, Unit } from '../../compare/comparison.js';
import type { Key } from '../../compare/grouping/key.js';
import type { Plan } from '../../rubric/plan.js';
import type { Column, TableCell } from '../tables/table.js';
import type { Figure } from './figure.js';

/** What tables show of a comparison: its rows in their order, and what is said beside each figure. */
export interface Shown {
  readonly comparison: Comparison;
  readonly rows: readonly Unit[];
  readonly companions: readonly Companion[];
}

/** Comparisons by one or several rubrics, row for row of the same units. */
export interface Showing {
  readonly keys: readonly Key[];
  readonly byRubric: readonly Shown[];
  /** Whether rows must say of which wave they are. */
  readonly withWave: boolean;
}

/** Columns that stand beside each figure. */
export interface Companion {
  readonly columns: readonly CompanionColumn[];
  /** For each row, a cell a column. */
  readonly cells: (figure: Figure) => readonly (readonly TableCell[])[];
  /** What is said below a table of these figures. */
  readonly notes: (figures: readonly Figure[]) => readonly string[];
}

export interface CompanionColumn extends Column {
  /** Left out of wide tables, which say it in a note. */
  readonly onlyLong?: true;
}

/** What is added to the name of a figure where there are several rubrics. */
export function rubricSuffix(
  { rubric }: Plan,
  { byRubric }: { readonly byRubric: readonly unknown[] },
): string {
  return byRubric.length > 1 ? rubricEnding(rubric.id) : '';
}

/** The same of a rubric by its id, where there are several. */
export function rubricEnding(id: string): string {
  return `__${id.replaceAll('-', '_')}`;
}
