import type { Table, TableCell } from './table.js';

/** Why a cell has no score. */
export type WhyAbsent = NonNullable<Extract<TableCell, { kind: 'empty' }>['why']>;

/** How an absent score is shown to people. */
export interface Absence {
  readonly mark: string;
  readonly ascii: string;
  readonly meaning: string;
  /** In what is released: a letter in brackets, as UK public bodies agreed on (docs/privacy.md). */
  readonly shorthand: string;
}

/** Every reason, in the order in which they are explained. */
export const absences: Readonly<Record<WhyAbsent, Absence>> = {
  insufficient: { mark: '–', ascii: '-', meaning: 'not enough answers for a score', shorthand: '[x]' },
  not_applicable: { mark: 'n/a', ascii: 'n/a', meaning: 'does not apply', shorthand: '[z]' },
  withheld: { mark: '[c]', ascii: '[c]', meaning: 'withheld for confidentiality', shorthand: '[c]' },
};

export function absenceOf(why: WhyAbsent | undefined): Absence | undefined {
  return why === undefined ? undefined : absences[why];
}

/** What stands in place of a score. */
export function markOf(why: WhyAbsent | undefined, forRelease: boolean): string {
  const absence = absenceOf(why);
  return (forRelease ? absence?.shorthand : absence?.mark) ?? '';
}

/** The same where absent figures are blank but for release: that one is withheld is told all the same. */
export function markAmongBlanks(why: WhyAbsent | undefined, forRelease: boolean): string {
  return forRelease || why === 'withheld' ? markOf(why, true) : '';
}

export function isWithheldCell(cell: TableCell | undefined): boolean {
  return cell?.kind === 'empty' && cell.why === 'withheld';
}

/** How many cells of a table are withheld: each has a mark of its own where people read it. */
export function withheldCells({ rows }: Pick<Table, 'rows'>): number {
  let count = 0;
  for (const row of rows) for (const cell of row) if (isWithheldCell(cell)) count += 1;
  return count;
}

const allReasons: readonly WhyAbsent[] = ['withheld', 'insufficient', 'not_applicable'];

/** Each mark in a table, and what it means. */
export function marksIn(
  { rows }: Pick<Table, 'rows'>,
  forRelease: boolean,
  mark: typeof markOf = markOf,
): readonly string[] {
  const found = new Set(rows.flat().flatMap((cell) => (cell.kind === 'empty' ? (cell.why ?? []) : [])));
  return allReasons
    .filter((why) => found.has(why) && mark(why, forRelease) !== '')
    .map((why) => `${mark(why, forRelease)} ${absences[why].meaning}`);
}
