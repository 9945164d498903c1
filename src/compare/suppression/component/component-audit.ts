import type { Component } from '../components.js';
import type { Knowledge } from '../knowledge.js';
import type { Solver } from '../solver/solver.js';
import { type ComponentProgram, componentProgram } from './component-program.js';
import { rowAudit } from './row-audit.js';
import { solverAudit } from './solver-audit.js';
import { type ToldBounds, toldBounds } from './told-bounds.js';
import type { Ways } from './ways.js';

/** How close a cell can be worked out, if it is too close; by the relations that pin it. */
export interface Pinned {
  readonly cell: number;
  readonly low: number;
  readonly high: number;
  readonly relations: readonly number[];
}

/** Cells that hang together, under audit. What one question showed can be, the next need not ask. */
export interface ComponentAudit {
  /** Those of some cells that are pinned; only the first if that is enough. */
  readonly pinned: (cells: readonly number[], enough?: 'first') => readonly Pinned[];
  /** What would be if some cells were shown: `keep` says whether it stays so. */
  readonly suppose: (shown: readonly number[], keep: () => boolean) => boolean;
  readonly close: () => void;
}

/**
 * Most components hang together by one relation: then no solver is needed. Of others, ways in which all can be are kept from one
 * audit to the next; what has changed since is looked at again.
 */
export function componentAudit(
  knowledge: Knowledge,
  component: Component,
  isUnknown: (cell: number) => boolean,
  solver: Solver,
  ways: Ways,
): ComponentAudit {
  const known = componentProgram(knowledge, component, isUnknown);
  return programAudit(known, solver, ways, () => toldBounds(known));
}

/** The same of a component that is a linear program already, of which single rows tell what they tell where it is asked for. */
export function programAudit(
  known: ComponentProgram,
  solver: Solver,
  ways: Ways,
  told: () => ToldBounds,
): ComponentAudit {
  const [row, ...more] = known.program.rows;
  return row !== undefined && more.length === 0
    ? rowAudit(known, row)
    : solverAudit(known, solver, ways, told);
}
