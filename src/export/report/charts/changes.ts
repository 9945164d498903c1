import type { Chart, Range } from './chart.js';

/** What changed between two waves, and what the change is made of: a row each. */
export interface Changes {
  readonly title: string;
  readonly range: Range;
  readonly rows: readonly ChangeRow[];
}

interface ChangeRow {
  readonly label: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** What adds up to the change, in the same order in all rows; a part's name is its entry in the key. */
  readonly parts: readonly ChangePart[];
}

interface ChangePart {
  readonly name: string;
  readonly amount: number;
}

export function changesChart({ title }: Changes): Chart {
  return { title, alternative: '', svg: '' };
}
