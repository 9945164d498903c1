/** A table ready to be written: every figure rounded, every text plain, nothing left to decide but how it looks. */
export interface Table {
  /** Its name in files that hold several, such as `agreement`. */
  readonly name?: string;
  /** One line for people. */
  readonly title?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Shown under the table where people read it, not in files for machines. */
  readonly notes: readonly string[];
  /** For release: where people read it, absent figures are marked in their cells, and the marks explained above. */
  readonly forRelease?: boolean;
}

export interface Column {
  /** Its name in files, such as `data_governance`. */
  readonly key: string;
  /** Its name for people. */
  readonly title: string;
  /** `text` and `label` stand left, the others right; a `label` names the row. */
  readonly kind: 'label' | 'text' | 'score' | 'count' | 'share';
  /** Decimals of a `score` or `share`. */
  readonly digits?: number;
  /** What figures are counted or measured in, where their kind does not say: `level`, `coefficient`. */
  readonly unit?: string;
}

export type TableCell =
  | { readonly kind: 'empty'; readonly why?: 'insufficient' | 'not_applicable' | 'withheld' }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number';
      /** Rounded already. */
      readonly value: number;
      /** Its own decimals, where a column holds figures of several kinds. */
      readonly digits?: number;
      /** Before it was rounded, for what is worked out of it: it is written nowhere. */
      readonly exact?: number;
      readonly band?: TableBand;
      /** Whether it only stands for its band, and is no amount. */
      readonly isClass?: true;
      /** How far along its possible range it is, 0 to 1. */
      readonly along?: number;
      /** By what a program that colours cells itself does so; the same object for all cells of one figure. */
      readonly scale?: HeatScale;
    };

/** What a score is coloured by: its bands, lowest first, or else how far along its possible range it is. */
export interface HeatScale {
  readonly bands: readonly {
    readonly label: string;
    /** Where it starts; the start itself is in it unless `exclusive`. */
    readonly from: number;
    readonly exclusive: boolean;
  }[];
  readonly range?: { readonly min: number; readonly max: number };
}

/** A band as a cell shows it: `step` of `steps`, from 0, lowest first. */
export interface TableBand {
  readonly id: string;
  readonly label: string;
  readonly step: number;
  readonly steps: number;
}
