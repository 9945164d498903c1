import { isSmallGroup } from '../../small-groups.js';
import type { Cell, Knowledge, Standing, Term } from '../knowledge.js';
import type { CountedCell } from './table-cells.js';
import type { TableKnowledge } from './table-knowledge.js';

/** What tables tell, by how many people are needed not to be few. */
export function knowledgeBySize({ cells, ties }: TableKnowledge): (minGroup: number) => Knowledge {
  const { relations, derivations, sums = [], mixtures } = ties();
  // They are made once, and asked for with one number after another.
  const ifFew = cells.map((cell) => standingCell(cell, fewStandings[cell.role]));
  const ifMany = cells.map((cell) => standingCell(cell, manyStandings[cell.role]));
  const fewest = mixtures.map((mixture) => fewestOfTwo(mixture, cells));
  return (minGroup) => {
    const isFew = (at: number) => isSmallGroup(cells[at]?.people ?? 0, minGroup);
    const remainders = mixtures.flatMap((mixture, i) => {
      if ((fewest[i] ?? 0) >= minGroup) return [];
      const few = mixture.filter(({ cell }) => isFew(cell));
      return remainder(few, cells, minGroup) ?? [];
    });
    return {
      cells: [
        ...ifMany.map((cell, i) => (isFew(i) ? (ifFew[i] ?? cell) : cell)),
        ...remainders.map(({ cell }) => ({ ...cell, standing: 'guarded' as const })),
      ],
      relations: [
        ...relations,
        ...remainders.map(({ terms }, i) => ({
          terms: [...terms, { cell: cells.length + i, factor: -sumOf(terms) }],
          low: 0,
          high: 0,
        })),
      ],
      derivations,
      sums,
    };
  };
}

const fewStandings = { shown: 'sensitive', given: 'given', unseen: 'guarded' } as const;
const manyStandings = { shown: 'open', given: 'given', unseen: 'unseen' } as const;

function standingCell(cell: CountedCell, standing: Standing): Cell {
  // A coverage or a bound that is withheld for others is a means, and nobody's secret; a score stays one.
  const isMeans = standing === 'open' && cell.at?.kind === 'figure' && cell.at.measure !== 'scores';
  return { ...cell, standing, limit: isMeans ? Number.NEGATIVE_INFINITY : cell.limit };
}

/** How many people the two smallest parts of a mixture are about: where these are enough, so are all small parts. */
function fewestOfTwo(mixture: readonly Term[], cells: readonly CountedCell[]): number {
  let [first, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { cell } of mixture) {
    const people = cells[cell]?.people ?? 0;
    if (people === 0 || people >= second) continue;
    [first, second] = people < first ? [people, first] : [first, people];
  }
  return first + second;
}

/**
 * All small parts of a unit together, where they are still few: they are what is left of the unit if every other part is
 * shown, even if none of them can be told from the others.
 */
function remainder(
  terms: readonly Term[],
  cells: readonly CountedCell[],
  minGroup: number,
): { readonly cell: CountedCell; readonly terms: readonly Term[] } | undefined {
  const parts = terms.flatMap(({ cell, factor }) => {
    const found = cells[cell];
    return found === undefined ? [] : [{ ...found, factor }];
  });
  const [first] = parts;
  const people = parts.reduce((sum, part) => sum + part.people, 0);
  const total = sumOf(terms);
  if (first === undefined || parts.length < 2 || people >= minGroup || total === 0) return undefined;
  const mean = (figure: (part: CountedCell) => number) =>
    parts.reduce((sum, part) => sum + part.factor * figure(part), 0) / total;
  return {
    cell: {
      name: `${parts.map(({ name }) => name).join(' and ')} together`,
      value: mean(({ value }) => value),
      range: { min: mean(({ range }) => range.min), max: mean(({ range }) => range.max) },
      limit: Math.min(...parts.map(({ limit }) => limit)),
      loss: 1,
      people,
      role: 'unseen',
    },
    terms,
  };
}

function sumOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { factor }) => sum + factor, 0);
}
