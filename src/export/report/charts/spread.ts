import type { Chart, Range } from './chart.js';

/** How units lie on each dimension: a row a dimension. Figures are rounded as they are to be read. */
export interface Spread {
  readonly title: string;
  readonly range: Range;
  readonly rows: readonly SpreadRow[];
}

interface SpreadRow {
  readonly label: string;
  /** Units with a score: one whose page it is, if any, is marked. */
  readonly points: readonly SpreadPoint[];
  readonly median?: number | undefined;
  readonly q1?: number | undefined;
  readonly q3?: number | undefined;
}

interface SpreadPoint {
  readonly label: string;
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly isOwn: boolean;
}

export function spreadChart({ title }: Spread): Chart {
  return { title, alternative: '', svg: '' };
}
