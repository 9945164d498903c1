import type { TableCell } from './table.js';

/** Why a cell has no score. */
export type WhyAbsent = NonNullable<Extract<TableCell, { kind: 'empty' }>['why']>;

/** How an absent score is shown to people. */
export interface Absence {
  readonly mark: string;
  readonly ascii: string;
  readonly meaning: string;
}

/** Every reason, in the order in which they are explained. */
export const absences: Readonly<Record<WhyAbsent, Absence>> = {
  insufficient: { mark: '–', ascii: '-', meaning: 'not enough answers for a score' },
  not_applicable: { mark: 'n/a', ascii: 'n/a', meaning: 'does not apply' },
  withheld: { mark: '[c]', ascii: '[c]', meaning: 'withheld for confidentiality' },
};

export function absenceOf(why: WhyAbsent | undefined): Absence | undefined {
  return why === undefined ? undefined : absences[why];
}
