import { audit } from './audit.js';
import { blocks } from './blocks.js';
import { type Knowledge, withoutLimits } from './knowledge.js';
import type { Solver } from './solver/solver.js';

/**
 * What tables given out before tell of figures anyway, however much is withheld now: those that are not small themselves, and those that
 * no new table has, need not stay unknown then. They are withheld for the sake of the small, as a means, which can be one
 * all the same: what a figure was tells nobody apart who came since.
 */
export function withToldAnyway(knowledge: Knowledge, solver: Solver): Knowledge {
  return withoutLimits(knowledge, toldAnyway(knowledge, solver));
}

function toldAnyway(knowledge: Knowledge, solver: Solver): ReadonlySet<number> {
  const told = new Set<number>();
  if (!knowledge.cells.some(({ standing }) => standing === 'given')) return told;
  for (const { knowledge: own, cells } of blocks(knowledge)) {
    if (!own.cells.some(({ standing }) => standing === 'given')) continue;
    // Where the loss is infinite it is told as it was, and nothing withholds it.
    const most = new Set(
      own.cells.flatMap(({ standing, loss }, i) => (standing === 'open' && Number.isFinite(loss) ? [i] : [])),
    );
    const passOver = new Set(
      own.cells.flatMap(({ standing, loss }, i) =>
        standing === 'sensitive' || loss === Number.POSITIVE_INFINITY ? [i] : [],
      ),
    );
    for (const { cell } of audit(own, most, solver, { passOver })) told.add(cells[cell] ?? -1);
  }
  return told;
}
