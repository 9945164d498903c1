import loadHighs, { type Highs, type Model } from 'highs';
import type { Extreme, LinearProgram, Session, Solver } from './solver.js';

/*
 * HiGHS (https://highs.dev), the solver of the University of Edinburgh, in WebAssembly: kept, MIT, without dependencies,
 * 3.5 MB, a tenth of a second to load. A model stays, so that one bound after another starts from the last basis. It is
 * loaded when there is something to withhold. `glpk.js` solves one model a call; `javascript-lp-solver` has no
 * basis, no duals and no keeper.
 */
export async function highsSolver(): Promise<Solver> {
  const highs = await loadHighs();
  return { open: (program) => session(program, highs) };
}

/** What keeps a bound in place has a price above this. */
const priceFloor = 1e-9;
/** Of the simplex: the dual gives fewer reasons, and the primal goes on from the last basis, which mostly is possible still. */
const strategies = { dual: 1, primal: 4 };

function session({ lower, upper, rows }: LinearProgram, highs: Highs): Session {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { columns, factors } of rows) {
    indices.push(...columns);
    values.push(...factors);
    starts.push(indices.length);
  }
  const numCols = lower.length;
  const model = highs.createModel();
  model.options.set('output_flag', false);
  // Bounds of one column after the other: a presolve each time would throw the last basis away.
  model.options.set('presolve', 'off');
  model.options.set('random_seed', 0);
  const finite = (bound: number) =>
    Number.isFinite(bound) ? bound : bound > 0 ? highs.infinity : -highs.infinity;
  model.passModel({
    numCols,
    numRows: rows.length,
    colCost: new Array<number>(numCols).fill(0),
    colLower: lower.map(finite),
    colUpper: upper.map(finite),
    rowLower: rows.map(({ low }) => finite(low)),
    rowUpper: rows.map(({ high }) => finite(high)),
    matrix: { format: 'csr', numRows: rows.length, numCols, starts, indices, values },
  });
  return {
    highest: (sum, wanted): Extreme => {
      model.options.set('simplex_strategy', wanted === 'point' ? strategies.primal : strategies.dual);
      for (const [column, factor] of sum) model.changeColCost(column, -factor);
      const status = settled(model, highs);
      const result = ((): Extreme => {
        if (isUnbounded(status, highs)) {
          return { value: Number.POSITIVE_INFINITY, point: undefined, tight: [] };
        }
        if (status !== highs.constants.modelStatus.optimal) {
          throw new Error(`the audit's linear program ended with status ${status}`);
        }
        const { colValue, rowDual } = model.getSolution();
        const tight = rows.flatMap((_, row) => (Math.abs(rowDual[row] ?? 0) > priceFloor ? [row] : []));
        let value = 0;
        for (const [column, factor] of sum) value += factor * (colValue[column] ?? Number.NaN);
        return { value, point: colValue, tight };
      })();
      for (const column of sum.keys()) model.changeColCost(column, 0);
      return result;
    },
    bound: (column, lower, upper) => model.changeColBounds(column, finite(lower), finite(upper)),
    close: () => model.dispose(),
  };
}

/**
 * Runs a model until it is settled. From the basis of another question it may end in doubt, mostly where there is no
 * bound: then it is asked again from the start, and then with presolve.
 */
function settled(model: Model, highs: Highs): number {
  const isSettled = () => {
    model.run();
    const status = model.getModelStatus();
    return status === highs.constants.modelStatus.optimal || isUnbounded(status, highs);
  };
  if (isSettled()) return model.getModelStatus();
  model.clearSolver();
  if (!isSettled()) {
    model.clearSolver();
    model.options.set('presolve', 'on');
    isSettled();
    model.options.set('presolve', 'off');
  }
  return model.getModelStatus();
}

function isUnbounded(status: number, { constants: { modelStatus } }: Highs): boolean {
  return status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible;
}
