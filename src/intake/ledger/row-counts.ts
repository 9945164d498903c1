import type { RuleId } from '../../finding/catalogue.js';
import type { Batch, Rejected } from '../batch.js';

/** How many rows became responses, and what became of the others, in the words of a ledger. */
export interface RowCounts {
  readonly accepted: number;
  readonly refused: number;
  readonly duplicates: number;
  /** The refused, and the duplicates that nothing said what to do with. */
  readonly rejected: number;
}

export const noRows: RowCounts = { accepted: 0, refused: 0, duplicates: 0, rejected: 0 };

/** The rows counted so far, and those of one more batch. */
export function withBatch(
  counts: RowCounts,
  { accepted, rejected, superseded }: Pick<Batch, 'accepted' | 'rejected' | 'superseded'>,
): RowCounts {
  const repeated = rejected.filter(isDuplicate).length;
  return addedRows(counts, {
    accepted: accepted.length,
    refused: rejected.length - repeated,
    duplicates: repeated + superseded.length,
    rejected: rejected.length,
  });
}

export function addedRows(one: RowCounts, other: RowCounts): RowCounts {
  return {
    accepted: one.accepted + other.accepted,
    refused: one.refused + other.refused,
    duplicates: one.duplicates + other.duplicates,
    rejected: one.rejected + other.rejected,
  };
}

const duplicateRules: readonly RuleId[] = ['duplicate-response', 'same-file'];

/** Whether a row was rejected for nothing but being there already. */
export function isDuplicate({ because }: Pick<Rejected, 'because'>): boolean {
  return duplicateRules.includes(because);
}
