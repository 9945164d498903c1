import type { RuleId } from '../finding/catalogue.js';
import type { Finding, Place } from '../finding/finding.js';
import type { Resolved } from '../response/resolve.js';
import type { Response } from '../response/response.js';

/** A returned file: its name for findings, and its bytes as they come. */
export interface Input {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** A response that passed every check, and where its row, line or list element stands. */
export interface Accepted {
  readonly response: Response;
  readonly resolved: Resolved;
  readonly place: Place;
}

/** A response that was refused, as a whole. */
export interface Rejected {
  readonly place: Place;
  /** The first reason. */
  readonly because: RuleId;
  /** Everything that is wrong with it; nothing where the reason is told once for the whole file. */
  readonly findings: readonly Finding[];
}

/** What a part of the input came to. */
export interface Batch {
  readonly accepted: readonly Accepted[];
  readonly rejected: readonly Rejected[];
  /** What is to be said of the file, or of many responses at once. */
  readonly findings: readonly Finding[];
}

/** A batch while it is filled. */
export interface BatchDraft {
  readonly accepted: Accepted[];
  readonly rejected: Rejected[];
  readonly findings: Finding[];
}

export function emptyBatch(): BatchDraft {
  return { accepted: [], rejected: [], findings: [] };
}

export function isEmpty({ accepted, rejected, findings }: Batch): boolean {
  return accepted.length === 0 && rejected.length === 0 && findings.length === 0;
}
