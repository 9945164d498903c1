/** Data of a chart, by the kind of chart that it is for. */
export type ChartData =
  | ({ readonly kind: 'spread' } & SpreadData)
  | ({ readonly kind: 'dumbbell' } & DumbbellData)
  | ({ readonly kind: 'changes' } & ChangesData)
  | ({ readonly kind: 'bars' } & BarsData)
  | ({ readonly kind: 'ratings' } & RatingsData);

interface Range {
  readonly min: number;
  readonly max: number;
}

interface SpreadData {
  readonly title: string;
  readonly range: Range;
  readonly rows: readonly {
    readonly label: string;
    readonly points: readonly SpreadPoint[];
    readonly median?: number | undefined;
    readonly q1?: number | undefined;
    readonly q3?: number | undefined;
  }[];
}

export interface SpreadPoint {
  readonly label: string;
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly isOwn: boolean;
}

interface DumbbellData {
  readonly title: string;
  readonly range: Range;
  readonly rows: readonly {
    readonly label: string;
    readonly now: number | undefined;
    readonly low?: number | undefined;
    readonly high?: number | undefined;
    readonly wanted?: number | undefined;
  }[];
}

interface ChangesData {
  readonly title: string;
  readonly range: Range;
  readonly rows: readonly {
    readonly label: string;
    readonly before: number | undefined;
    readonly after: number | undefined;
    readonly parts: readonly { readonly name: string; readonly amount: number }[];
  }[];
}

interface BarsData {
  readonly title: string;
  readonly unit: string;
  readonly rows: readonly { readonly label: string; readonly count: number | undefined }[];
}

interface RatingsData {
  readonly title: string;
  readonly levels: readonly string[];
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
}
