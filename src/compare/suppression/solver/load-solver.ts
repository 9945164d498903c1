import type { Solver } from './solver.js';

let loaded: Promise<Solver> | undefined;

/** The solver that comes with the program, loaded with the first call. */
export function loadSolver(): Promise<Solver> {
  loaded ??= import('./highs-solver.js').then(({ highsSolver }) => highsSolver());
  return loaded;
}
