import type { RuleId } from '../finding/catalogue.js';
import type { Finding, Place } from '../finding/finding.js';
import type { Resolved } from '../response/resolve.js';
import type { Response } from '../response/response.js';
import type { AdjustmentCounts } from './after/adjustments.js';
import type { CarryCounts } from './after/carry-counts.js';
import type { ColumnReading } from './columns/columns.js';
import type { LeftOutReason, SourceCell, SourceRow } from './columns/layout.js';
import type { FlavourName } from './flavours/names.js';
import type { FileOptions } from './options.js';

/** A returned file: its name for findings, and its bytes as they come. */
export interface Input {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly options?: FileOptions;
  /** The name of a file before it that has the same bytes: then none of it counts. */
  readonly sameAs?: string;
}

/** A file, or a sheet of a workbook. */
export interface Source {
  readonly file: string;
  readonly sheet?: string;
}

/** A table in a file that is being read, and what it was taken for. */
export interface OpenedTable extends Source {
  readonly flavour: FlavourName;
  readonly columns: readonly ColumnReading[];
  /** The rows above the responses as they came, for a file of rejects. */
  readonly headings: readonly SourceRow[];
  /** Whether its texts are protected from being run as formulas, as in a text file. */
  readonly areProtected: boolean;
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
  /** From a follow-up: only what an earlier response of the same key left open. */
  readonly completes?: true;
}

/** A response that was refused, as a whole. */
export interface Rejected {
  readonly place: Place;
  /** The first reason. */
  readonly because: RuleId;
  /** Everything that is wrong with it; nothing where the reason is told once for the whole file. */
  readonly findings: readonly Finding[];
  /** The reason that is told once for the whole file, as it is of this one alone. */
  readonly told?: Finding;
  /** The row, where it came in a table. */
  readonly row?: RawRow;
  /** The text, where it came as JSON. */
  readonly json?: string;
}

/** A row that is no response, by a rule. */
export interface LeftOut {
  readonly place: Place;
  readonly because: LeftOutReason;
}

/** A response that another of the same key took the place of, or was merged into. */
export interface Superseded {
  readonly place: Place;
  readonly by: Place;
}

/** What a part of a file came to. */
export interface Batch {
  readonly source: Source;
  /** Rows, lines or elements that were read; each is in one of the lists below, of this batch or a later one. */
  readonly read: number;
  readonly accepted: readonly Accepted[];
  readonly rejected: readonly Rejected[];
  readonly superseded: readonly Superseded[];
  readonly leftOut: readonly LeftOut[];
  /** Tables that this batch is the first of. */
  readonly opened: readonly OpenedTable[];
  /** What is to be said of the file, or of many responses at once. */
  readonly findings: readonly Finding[];
  /** What became of the adjustments, when all responses were read. */
  readonly adjusted?: AdjustmentCounts;
  /** What became of the answers that were to be carried, when all responses were read. */
  readonly carried?: CarryCounts;
}

/** A batch while it is filled. */
export interface BatchDraft {
  readonly source: Source;
  read: number;
  readonly accepted: Accepted[];
  readonly rejected: Rejected[];
  readonly superseded: Superseded[];
  readonly leftOut: LeftOut[];
  readonly opened: OpenedTable[];
  readonly findings: Finding[];
}

export function emptyBatch(file: string, sheet?: string): BatchDraft {
  const source = sheet === undefined ? { file } : { file, sheet };
  return {
    source,
    read: 0,
    accepted: [],
    rejected: [],
    superseded: [],
    leftOut: [],
    opened: [],
    findings: [],
  };
}

export function isEmpty({ read, accepted, rejected, superseded, leftOut, opened, findings }: Batch): boolean {
  const lists = [accepted, rejected, superseded, leftOut, opened, findings];
  return read === 0 && lists.every((list) => list.length === 0);
}
