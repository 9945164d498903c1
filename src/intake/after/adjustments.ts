import type { Finding, Place } from '../../finding/finding.js';
import type { Adjustment } from '../../response/adjustment.js';

/** An adjustment of one answer, the response that it is meant for, and where the table says so. */
export interface PlacedAdjustment {
  readonly wave: string | undefined;
  readonly id: string;
  readonly adjustment: Adjustment;
  /** Its row, and the cells that say which response is meant and what was answered. */
  readonly places: { readonly row: Place; readonly id: Place; readonly from: Place };
}

/** A table of adjustments that was read. */
export interface Adjustments {
  readonly file: string;
  /** Rows; each is in `placed`, or refused already. */
  readonly read: number;
  readonly placed: readonly PlacedAdjustment[];
  readonly refused: number;
  /** Why they were refused. */
  readonly findings: readonly Finding[];
}

/** What became of the adjustments of one table: read = applied + applied before + refused. */
export interface AdjustmentCounts {
  readonly file: string;
  readonly read: number;
  readonly applied: { readonly correction: number; readonly moderation: number };
  /** Those that a response bears already, from an import before. */
  readonly applied_before: number;
  readonly refused: number;
}
