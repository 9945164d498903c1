/** What is used of HiGHS. Its own declarations are read as CommonJS, and then have no default export to call. */
declare module 'highs' {
  export default function loadHighs(): Promise<Highs>;

  export interface Highs {
    readonly infinity: number;
    readonly constants: { readonly modelStatus: Readonly<Record<ModelStatus, number>> };
    readonly createModel: () => Model;
  }

  type ModelStatus = 'optimal' | 'unbounded' | 'unboundedOrInfeasible';

  export interface Model {
    readonly options: { readonly set: (name: string, value: boolean | number | string) => void };
    readonly passModel: (model: ModelData) => void;
    readonly changeColCost: (column: number, cost: number) => void;
    readonly changeColBounds: (column: number, lower: number, upper: number) => void;
    /** Forgets what was found out, and keeps the model. */
    readonly clearSolver: () => void;
    readonly run: () => void;
    readonly getModelStatus: () => number;
    readonly getSolution: () => {
      readonly colValue: Float64Array;
      /** A price a row. */
      readonly rowDual: Float64Array;
    };
    readonly dispose: () => void;
  }

  interface ModelData {
    readonly numCols: number;
    readonly numRows: number;
    readonly colCost: readonly number[];
    readonly colLower: readonly number[];
    readonly colUpper: readonly number[];
    readonly rowLower: readonly number[];
    readonly rowUpper: readonly number[];
    readonly matrix: {
      readonly format: 'csr';
      readonly numRows: number;
      readonly numCols: number;
      readonly starts: readonly number[];
      readonly indices: readonly number[];
      readonly values: readonly number[];
    };
  }
}
