import type { Plan } from '../../../rubric/plan.js';
import type { Range } from '../../../rubric/range.js';
import { unitKey } from '../../comparison.js';
import type { Measure } from '../reader/shown-table.js';
import { printedRange } from './printed-range.js';

/** A figure in a table that was given out before. */
export interface EarlierFigure {
  /** The name of the document that told of it. */
  readonly document: string;
  /** What kind of table did. */
  readonly table: 'scores' | 'waves' | 'ambition' | 'exchange';
  readonly level: string;
  readonly path: readonly string[];
  readonly response?: string;
  /** Of a group, and of what stands under one, what its responses have in common. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly wave: string;
  /** The id of a node or an index. */
  readonly node: string;
  readonly measure: Measure;
  /** As it was given out; null where the table had none. */
  readonly value: number | null;
  /** The responses that it was said to rest on, as the table counted them, if it did. */
  readonly responses: number | undefined;
  /** What these are: those with a score, or all of the unit. */
  readonly counts: 'scored' | 'all';
}

/** What tells figures apart, here and there. */
export function earlierKey({
  node,
  measure,
  ...unit
}: Omit<EarlierFigure, 'document' | 'table' | 'value' | 'responses' | 'counts'>): string {
  return `${unitKey(unit)} ${node} ${measure}`;
}

/** What a rounded figure can have been. */
export function roundedRange(value: number, measure: Measure, { rounding: { digits } }: Plan): Range {
  return printedRange(value, measure === 'coverage' ? Math.max(4, digits) : digits);
}
