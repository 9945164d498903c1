import { isSmallGroup } from '../small-groups.js';
import { type Knowledge, type Pattern, withoutLimits } from './knowledge.js';
import { knowledgeBySize } from './reader/knowledge-by-size.js';
import type { TableKnowledge } from './reader/table-knowledge.js';
import type { Settled } from './settled.js';
import type { Solver } from './solver/solver.js';
import { withToldAnyway } from './told-anyway.js';
import { choosePattern, type Memory, rememberAll } from './withhold.js';

/** What is withheld of figures. */
export interface Choice {
  readonly known: TableKnowledge;
  /** What a reader would know, where figures about as few people as was asked for must not be shown. */
  readonly knowledge: Knowledge;
  /** What is withheld for the sake of others, where figures about fewer people than these must not be shown. */
  readonly patternFor: (least: number) => Pattern;
  readonly memory: Memory;
}

export interface ChoosingOptions {
  /** Figures about fewer people are withheld. */
  readonly minGroup: number;
  /** What was chosen before of some of the figures. */
  readonly settled?: Settled;
  /** Is told of each piece before it is looked into. */
  readonly watch: (least: number, piece: number, pieces: number) => void;
}

const nothing: Pattern = new Set();

/**
 * Goes up from groups of one, and what is withheld stays so: a larger least group never shows more. The solver is asked for when there is
 * something to withhold; nothing where no figure is about so few.
 */
export async function chooseRising(
  known: TableKnowledge,
  { minGroup, settled, watch }: ChoosingOptions,
  loadSolver: () => Promise<Solver>,
): Promise<Choice | undefined> {
  const { cells } = known;
  const few = cells.map(({ people }) => people).filter((people) => isSmallGroup(people, minGroup));
  if (few.length === 0) return undefined;
  const memory = rememberAll(cells.length);
  const patterns: Pattern[] = [];
  let pattern = nothing;
  const knowledgeFor = knowledgeBySize(known);
  let knowledge = knowledgeFor(0);
  // Below the fewest that any figure is about, nothing has to be kept.
  for (let least = few.reduce((a, b) => Math.min(a, b)) + 1; least <= minGroup; least++) {
    const next = knowledgeFor(least);
    const before = settled?.withheld(least) ?? nothing;
    if (!isSame(next, knowledge) || [...before].some((cell) => !pattern.has(cell))) {
      const solver = await loadSolver();
      knowledge = withToldAnyway(next, solver);
      const chosen = choosePattern(
        settled?.knowledge(knowledge) ?? knowledge,
        solver,
        new Set([...pattern, ...before]),
        memory,
        (piece, pieces) => watch(least, piece, pieces),
      );
      pattern = chosen.pattern;
      if (settled?.tellsAnyway) knowledge = withoutLimits(knowledge, chosen.told);
    }
    patterns[least] = pattern;
  }
  return { known, knowledge, memory, patternFor: (least) => patterns[least] ?? nothing };
}

/** Whether the same figures have to be kept, so that nothing new has to be found out. */
function isSame(a: Knowledge, b: Knowledge): boolean {
  return (
    a.cells.length === b.cells.length && a.cells.every(({ standing }, i) => standing === b.cells[i]?.standing)
  );
}
