import type { Chart } from './chart.js';

/** How often each of some things was named: a row each, in the order given. */
export interface Bars {
  readonly title: string;
  /** What is counted, in the plural: `answers`. */
  readonly unit: string;
  readonly rows: readonly { readonly label: string; readonly count: number | undefined }[];
}

export function barsChart({ title }: Bars): Chart {
  return { title, alternative: '', svg: '' };
}
