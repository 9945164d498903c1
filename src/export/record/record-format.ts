import type { InterviewRecord } from './record.js';

/** A way to write a record down. */
export interface RecordFormat {
  readonly name: RecordFormatName;
  /** Of files in this format, without the point, the usual one first. */
  readonly extensions: readonly string[];
  readonly write: (record: InterviewRecord) => string;
}

/** The formats that records can be written in. */
export const recordFormatNames = ['html', 'md', 'txt'] as const;
export type RecordFormatName = (typeof recordFormatNames)[number];
