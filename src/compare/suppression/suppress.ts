import type { Comparison } from '../comparison.js';
import { peopleOf } from '../small-groups.js';
import { alphasBeside } from './alphas.js';
import { audit, type Disclosure } from './audit.js';
import type { Knowledge, Pattern } from './knowledge.js';
import type { CellPlace } from './reader/table-cells.js';
import { knowledgeFor, type Told, tableKnowledge } from './reader/table-knowledge.js';
import type { Solver } from './solver/solver.js';
import { withToldAnyway } from './told-anyway.js';
import { choosePattern, rememberAll } from './withhold.js';

/** What must not be shown of tables. */
export interface Suppression {
  /** Figures about too few. */
  readonly small: readonly CellPlace[];
  /** Figures from which those could be worked out. */
  readonly further: readonly CellPlace[];
  /** What can be worked out all the same, by what was given out before: nothing may be shown then. */
  readonly revealed: readonly Revealed[];
}

/** A figure that can be worked out, and from what; by their names. */
export interface Revealed {
  readonly figure: string;
  readonly low: number;
  readonly high: number;
  readonly by: readonly string[];
}

export interface SuppressionOptions {
  /** Figures about fewer people are withheld; 0 and 1 withhold none. */
  readonly minGroup: number;
  /** Is told how far it has come, before each piece of work that may take long. */
  readonly watch?: (step: SuppressionStep) => void;
}

/** It goes up from groups of one; for each least group there are pieces that have nothing to do with one another. */
export interface SuppressionStep {
  readonly least: number;
  readonly piece: number;
  readonly pieces: number;
}

/**
 * What must be withheld of tables so that no figure about fewer than so many people is in them, or can be worked out from them.
 * It goes up from groups of one, and what is withheld stays so: a larger least group never shows more. The solver is
 * asked for when there is something to withhold.
 */
export async function suppress(
  told: Told,
  { minGroup, watch }: SuppressionOptions,
  loadSolver: () => Promise<Solver>,
): Promise<Suppression> {
  if (minGroup <= 1) return { small: [], further: [], revealed: [] };
  const known = tableKnowledge(told, minGroup);
  const { cells } = known;
  // Below the fewest that any figure is about, nothing has to be kept.
  const fewest = cells.reduce(
    (least, { people }) => (people > 0 ? Math.min(least, people) : least),
    minGroup,
  );
  if (fewest >= minGroup) return { small: [], further: [], revealed: [] };
  let pattern: Pattern = new Set();
  const ties = known.ties();
  let knowledge = knowledgeFor(cells, ties, 0);
  const memory = rememberAll(cells.length);
  const most = Math.max(0, ...told.comparisons.map(({ comparison }) => peopleIn(comparison)));
  for (let least = fewest + 1; least <= Math.min(minGroup, most + 1); least++) {
    const next = knowledgeFor(cells, ties, least);
    if (isSame(next, knowledge)) continue;
    const solver = await loadSolver();
    knowledge = withToldAnyway(next, solver);
    pattern = choosePattern(knowledge, solver, pattern, memory, (piece, pieces) =>
      watch?.({ least, piece, pieces }),
    );
  }
  const disclosures = audit(knowledge, pattern, await loadSolver(), memory);
  const isSmall = (i: number) => knowledge.cells[i]?.standing === 'sensitive';
  const placesOf = (chosen: (i: number) => boolean) =>
    cells.flatMap(({ at }, i) => (at !== undefined && chosen(i) ? [at] : []));
  const small = placesOf(isSmall);
  const others = placesOf((i) => pattern.has(i) && !isSmall(i));
  return {
    small,
    further: [
      ...others,
      ...alphasBeside(
        placesOf(() => true),
        [...small, ...others],
      ),
    ],
    revealed: disclosures.map((disclosure) => revealed(disclosure, knowledge)),
  };
}

function peopleIn({ leaves }: Comparison): number {
  return peopleOf(leaves);
}

/** Whether the same figures have to be kept, so that nothing new has to be found out. */
function isSame(a: Knowledge, b: Knowledge): boolean {
  return (
    a.cells.length === b.cells.length && a.cells.every(({ standing }, i) => standing === b.cells[i]?.standing)
  );
}

function revealed({ cell, low, high, by }: Disclosure, { cells }: Knowledge): Revealed {
  const nameOf = (at: number) => {
    const { name = '', standing, loss } = cells[at] ?? {};
    return standing === 'open' && loss === Number.POSITIVE_INFINITY ? `${name} (given out before)` : name;
  };
  return { figure: nameOf(cell), low, high, by: by.map(nameOf) };
}
