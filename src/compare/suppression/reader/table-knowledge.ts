import type { Comparison } from '../../comparison.js';
import { isSmallGroup } from '../../small-groups.js';
import type { Derivation, Knowledge, Relation, Standing, Term } from '../knowledge.js';
import { boundRelations } from './bound-relations.js';
import { nodeRelations } from './node-relations.js';
import { rollUpRelations } from './roll-up-relations.js';
import type { ShownTable } from './shown-table.js';
import { type CountedCell, type TableCells, tableCells } from './table-cells.js';

/** What a table tells, before it is decided who counts as few. */
export interface TableKnowledge {
  readonly table: TableCells;
  readonly relations: readonly Relation[];
  readonly derivations: readonly Derivation[];
  readonly mixtures: readonly (readonly Term[])[];
}

/**
 * Everything that a reader of a table of units would know, if all of it were shown; `known` takes in what was shown
 * elsewhere.
 */
export function tableKnowledge(
  comparison: Comparison,
  shown: ShownTable,
  known: ShownTable = shown,
): TableKnowledge {
  const table = tableCells(comparison, known, shown);
  const rolledUp = rollUpRelations(comparison, known, table);
  const nodes = nodeRelations(comparison, known, table);
  const bounds = boundRelations(comparison, known, table);
  return {
    table,
    relations: [...rolledUp.relations, ...nodes.relations, ...bounds.relations],
    derivations: [...rolledUp.derivations, ...nodes.derivations, ...bounds.derivations],
    mixtures: rolledUp.mixtures,
  };
}

/** The same, where fewer than so many people are few. */
export function knowledgeFor(
  { table: { cells }, relations, derivations, mixtures }: TableKnowledge,
  minGroup: number,
): Knowledge {
  const isFew = ({ people }: CountedCell) => isSmallGroup(people, minGroup);
  const standing = (cell: CountedCell): Standing => {
    if (cell.role === 'given') return 'given';
    if (cell.role === 'shown') return isFew(cell) ? 'sensitive' : 'open';
    return isFew(cell) ? 'guarded' : 'unseen';
  };
  const standings = cells.map((cell) => {
    const own = standing(cell);
    // A coverage or a bound that is withheld for others is a means, and nobody's secret; a score stays one.
    const isMeans = own === 'open' && cell.at?.measure !== 'scores';
    return { ...cell, standing: own, limit: isMeans ? Number.NEGATIVE_INFINITY : cell.limit };
  });
  const remainders = mixtures.flatMap(
    (mixture) =>
      remainder(
        mixture.filter(({ cell }) => isFewAt(cells, cell, isFew)),
        cells,
        minGroup,
      ) ?? [],
  );
  return {
    cells: [...standings, ...remainders.map(({ cell }) => ({ ...cell, standing: 'guarded' as const }))],
    relations: [
      ...relations,
      ...remainders.map(({ terms }, i) => ({
        terms: [...terms, { cell: cells.length + i, factor: -sumOf(terms) }],
        low: 0,
        high: 0,
      })),
    ],
    derivations,
  };
}

function isFewAt(cells: readonly CountedCell[], at: number, isFew: (cell: CountedCell) => boolean): boolean {
  const cell = cells[at];
  return cell !== undefined && isFew(cell);
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
