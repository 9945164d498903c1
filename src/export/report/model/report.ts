import type { Column, TableCell } from '../../tables/table.js';
import type { ChartData } from '../charts/chart-data.js';
import type { Theme } from '../theme/theme.js';
import type { Words } from './words.js';

/** One page to show: parts in their order, each of which says by its heading what was found. */
export interface Report {
  readonly title: Words;
  /** Of what wave it is, and whose page. */
  readonly subtitle: Words;
  /** The language of the questionnaire's own words; ours are English. */
  readonly language: string;
  readonly parts: readonly Part[];
  readonly leftOut: readonly LeftOut[];
  readonly theme: Theme;
  /** For release: absent figures are marked in the shorthand of official statistics. */
  readonly forRelease: boolean;
}

export interface Part {
  readonly id: string;
  /** What it is about, in a few words. */
  readonly topic: string;
  readonly heading: Words;
  readonly blocks: readonly Block[];
}

/** A part that is not there, and why. */
export interface LeftOut {
  readonly topic: string;
  readonly why: Words;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [Words, Words])[] }
  | { readonly kind: 'table'; readonly table: ReportTable }
  /** A chart of what stands in the table beside it. */
  | { readonly kind: 'chart'; readonly chart: ChartData }
  | { readonly kind: 'quotes'; readonly about: Words; readonly quotes: readonly Quote[] };

/** What somebody wrote, and as what. */
export interface Quote {
  readonly as: 'Note' | 'Dissent' | 'Evidence';
  readonly text: string;
}

export interface ReportTable {
  /** Told apart on the page by it. */
  readonly id: string;
  readonly caption: Words;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** The key of the first column, where rows with the same text in it stand together, and it is told once for them. */
  readonly groupedBy?: string;
  readonly notes: readonly Words[];
  /** The row of the unit whose page it is. */
  readonly own?: number;
}

export interface ReportColumn extends Column {
  /** A figure that is shown with its sign. */
  readonly signed?: true;
}
