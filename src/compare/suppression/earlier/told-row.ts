import { isWithin } from '../../../rubric/range.js';
import type { UnitPlace } from '../../unit-places.js';
import type { Measure } from '../reader/shown-table.js';
import type { OtherKind } from '../reader/table-cells.js';
import { printedRange } from './printed-range.js';

/** What a table given out before told of one figure, beside what it would tell now. */
export interface ToldRow {
  /** The name of the document that told of it. */
  readonly document: string;
  readonly kind: OtherKind | Measure;
  readonly whose: UnitPlace;
  /** The ids of what it is about. */
  readonly about: readonly string[];
  /** The responses, ratings or answers it was made of; nothing where the table does not say. */
  readonly before: number | undefined;
  /** Those that it would be made of now. */
  readonly now: number;
  /** Whether it was told, be it that there is nothing to tell. */
  readonly isShown: boolean;
  /** Whether what was told is what would be told now. */
  readonly isSame: boolean;
  /** Where it is made of more now: how few people can have come; 0 where it can only be somebody who answered for a body. */
  readonly people: number;
}

/** How few people can have come to a figure of so many responses, ratings or answers, of which one person gives so many; infinite where one may stand for any number. */
export function fewestPeople(before: number | undefined, now: number, perPerson: number): number {
  return Math.max(1, Math.ceil((now - (before ?? now)) / perPerson));
}

/** Whether a table tells of somebody who came or left since, or of an answer that is another; of what nobody said then it tells nothing. */
export function hasChanged({ before = 0, now, isShown, isSame }: ToldRow): boolean {
  return (before > 0 && before !== now) || (isShown && !isSame);
}

/** Whether a figure is the same as one that was printed with so many digits; where there is none, both are. */
export function isAsPrinted(printed: number | null, now: number | undefined, digits: number): boolean {
  const isNone = now === undefined || Number.isNaN(now);
  if (printed === null || isNone) return printed === null && isNone;
  return isWithin(now, printedRange(printed, digits));
}
