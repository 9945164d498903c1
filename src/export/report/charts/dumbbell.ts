import type { Chart, Range } from './chart.js';

/** Where something is now and where it is wanted to be: a row each. */
export interface Dumbbells {
  readonly title: string;
  readonly range: Range;
  readonly rows: readonly DumbbellRow[];
}

interface DumbbellRow {
  readonly label: string;
  readonly now: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly wanted?: number | undefined;
}

export function dumbbellChart({ title }: Dumbbells): Chart {
  return { title, alternative: '', svg: '' };
}
