import { peopleOf } from '../small-groups.js';
import { alphasBeside } from './alphas.js';
import { audit, type Disclosure } from './audit.js';
import { type Choice, chooseRising } from './choose-rising.js';
import type { Knowledge } from './knowledge.js';
import type { CellPlace, CountedCell, OtherPlace } from './reader/table-cells.js';
import { type TableKnowledge, type Told, tableKnowledge } from './reader/table-knowledge.js';
import { settle } from './settled.js';
import type { Solver } from './solver/solver.js';

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
 * It is chosen first as if nothing stood beside the tables, so that they come out the same whatever does; then, with that settled, what has
 * to go of what stands beside them. The solver is asked for when there is something to withhold.
 */
export async function suppress(
  told: Told,
  { minGroup, watch = () => {} }: SuppressionOptions,
  loadSolver: () => Promise<Solver>,
): Promise<Suppression> {
  if (minGroup <= 1) return nothing;
  const most = Math.max(0, ...told.comparisons.map(({ comparison: { leaves } }) => peopleOf(leaves)));
  const options = {
    minGroup: Math.min(minGroup, most + 1),
    watch: (least: number, piece: number, pieces: number) => watch({ least, piece, pieces }),
  };
  const known = tableKnowledge(told, minGroup);
  const first = await chooseRising(known, options, loadSolver);
  const all = withBeside(told);
  const more = all === told ? known : tableKnowledge(all, minGroup);
  const last = more === known ? first : await chooseBeside(more);
  if (last === undefined) return { ...nothing, further: placesOf(more.cells, (i) => more.closed.has(i)) };
  const { knowledge, memory } = last;
  const pattern = last.patternFor(options.minGroup);
  const disclosures = audit(knowledge, pattern, await loadSolver(), memory);
  const { small, further } = withheldBy(last, options.minGroup);
  return {
    small,
    further: [...further, ...alphas(first, options.minGroup)],
    revealed: disclosures.map((disclosure) => revealed(disclosure, knowledge)),
  };

  async function chooseBeside(more: TableKnowledge): Promise<Choice | undefined> {
    const settled = settle(more.cells, known.cells, first);
    return chooseRising(more, { ...options, settled }, loadSolver);
  }
}

const nothing: Suppression = { small: [], further: [], revealed: [] };

/** The same, with what stands beside tables among what they tell; as it is where nothing does. */
function withBeside(told: Told): Told {
  if (told.comparisons.every(({ beside = [] }) => beside.length === 0)) return told;
  return {
    ...told,
    comparisons: told.comparisons.map(({ beside = [], ...each }) => ({
      ...each,
      tables: [...each.tables, ...beside],
    })),
  };
}

function withheldBy(
  { known: { cells, closed }, knowledge, patternFor }: Choice,
  minGroup: number,
): Pick<Suppression, 'small' | 'further'> {
  const pattern = patternFor(minGroup);
  const isSmall = (i: number) => {
    const standing = knowledge.cells[i]?.standing;
    return standing === 'sensitive' || (standing === 'guarded' && closed.has(i));
  };
  return {
    small: placesOf(cells, isSmall),
    further: placesOf(cells, (i) => (pattern.has(i) || closed.has(i)) && !isSmall(i)),
  };
}

function placesOf(cells: readonly CountedCell[], isChosen: (cell: number) => boolean): readonly CellPlace[] {
  return cells.flatMap(({ at }, i) => (at !== undefined && isChosen(i) ? [at] : []));
}

/** Those that go with what was chosen first: what stands beside it makes no difference to other tables. */
function alphas(choice: Choice | undefined, minGroup: number): readonly OtherPlace[] {
  if (choice === undefined) return [];
  const { small, further } = withheldBy(choice, minGroup);
  return alphasBeside(
    placesOf(choice.known.cells, () => true),
    [...small, ...further],
  );
}

function revealed({ cell, low, high, by }: Disclosure, { cells }: Knowledge): Revealed {
  const nameOf = (at: number) => {
    const { name = '', standing, loss } = cells[at] ?? {};
    return standing === 'open' && loss === Number.POSITIVE_INFINITY ? `${name} (given out before)` : name;
  };
  return { figure: nameOf(cell), low, high, by: by.map(nameOf) };
}
