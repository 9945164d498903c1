import type { RuleId } from '../finding/catalogue.js';
import type { Finding, Place } from '../finding/finding.js';
import type { Resolved } from '../response/resolve.js';
import type { Response } from '../response/response.js';
import type { LeftOutReason, SourceCell, SourceRow } from './columns/layout.js';
import type { FlavourName } from './flavours/names.js';
import type { FileOptions } from './options.js';

/** A returned file: its name for findings, and its bytes as they come. */
export interface Input {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly options?: FileOptions;
}

/** A table in a file that is being read, and what it was taken for. */
export interface OpenedTable {
  readonly file: string;
  readonly sheet?: string;
  readonly flavour: FlavourName;
  /** The rows above the responses as they came, for a file of rejects. */
  readonly headings: readonly SourceRow[];
}

/** A row as it came. */
export interface RawRow {
  readonly table: OpenedTable;
  readonly cells: readonly SourceCell[];
  /** The id that it has, or would have by its place. */
  readonly id: string;
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
  /** The row, where it came in a table. */
  readonly row?: RawRow;
}

/** A row that is no response, by a rule. */
export interface LeftOut {
  readonly place: Place;
  readonly because: LeftOutReason;
}

/** What a part of the input came to. */
export interface Batch {
  readonly accepted: readonly Accepted[];
  readonly rejected: readonly Rejected[];
  readonly leftOut: readonly LeftOut[];
  /** Tables that this batch is the first of. */
  readonly opened: readonly OpenedTable[];
  /** What is to be said of the file, or of many responses at once. */
  readonly findings: readonly Finding[];
}

/** A batch while it is filled. */
export interface BatchDraft {
  readonly accepted: Accepted[];
  readonly rejected: Rejected[];
  readonly leftOut: LeftOut[];
  readonly opened: OpenedTable[];
  readonly findings: Finding[];
}

export function emptyBatch(): BatchDraft {
  return { accepted: [], rejected: [], leftOut: [], opened: [], findings: [] };
}

export function isEmpty({ accepted, rejected, leftOut, opened, findings }: Batch): boolean {
  return [accepted, rejected, leftOut, opened, findings].every((list) => list.length === 0);
}
