import type { Block, Part } from '../model/report.js';
import type { Words } from '../model/words.js';
import type { ReportSource } from '../source/source.js';
import type { Tells } from '../source/withheld-here.js';

/** A part of reports: what it says of a source, or why it has nothing to say. */
export interface ReportPart {
  /** What it is about, in a few words. */
  readonly topic: string;
  /** `before`: the parts of the page that stand before it. */
  readonly make: (source: ReportSource, before: readonly Part[]) => PartContent | Absent;
  /** Which figures it would tell, were they not withheld; without it, those of the page. */
  readonly tells?: Tells;
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
