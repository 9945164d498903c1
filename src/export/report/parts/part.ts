import type { Block } from '../model/report.js';
import type { Words } from '../model/words.js';
import type { ReportSource } from '../source/source.js';

/** A part of reports: what it says of a source, or why it has nothing to say. */
export interface ReportPart {
  /** What it is about, in a few words. */
  readonly topic: string;
  readonly make: (source: ReportSource) => PartContent | Absent;
}

export interface PartContent {
  readonly heading: Words;
  readonly blocks: readonly Block[];
}

/** `why` is in words for people. A part that is for other pages than this says nothing. */
export interface Absent {
  readonly why: Words | undefined;
}

/** Why a part has no figures: any that there are may not be shown, or else there is none. */
export function nothingShown(isWithheld: boolean, why: Words): Words {
  return isWithheld ? ['what there is of it is withheld'] : why;
}
