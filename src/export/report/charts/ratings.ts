import type { Chart } from './chart.js';

/** How ratings spread over the levels of one scale: a row a question. */
export interface Ratings {
  readonly title: string;
  /** Labels of the levels, lowest first. */
  readonly levels: readonly string[];
  /** A count for each level; none where counts are withheld. */
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
}

export function ratingsChart({ title }: Ratings): Chart {
  return { title, alternative: '', svg: '' };
}
