import { type Comparison, type Unit, unitKey } from '../../comparison.js';
import { isSmallGroup } from '../../small-groups.js';
import { cameTogether } from '../earlier/came-together.js';
import type { EarlierFigure } from '../earlier/earlier-figure.js';
import { earlierRelations } from '../earlier/earlier-relations.js';
import type { Derivation, Knowledge, Relation, Standing, Term } from '../knowledge.js';
import type { Among, OtherFigures } from '../others/other-figures.js';
import { boundRelations } from './bound-relations.js';
import { nodeRelations } from './node-relations.js';
import { rollUpRelations } from './roll-up-relations.js';
import { rubricTies } from './rubric-ties.js';
import type { ShownTable } from './shown-table.js';
import { type CountedCell, type TableCells, tableCells } from './table-cells.js';

/** What tables tell of units under one rubric, beside those given out before. */
export interface ToldComparison {
  readonly comparison: Comparison;
  readonly tables: readonly ShownTable[];
  readonly earlier?: readonly EarlierFigure[];
  /** Units and groups, beside the comparison's own, that earlier tables may have told of. */
  readonly known?: readonly Unit[];
  /** Units whose scores other figures tell something of, be they shown or not. */
  readonly linked?: readonly Unit[];
}

/** Everything that is told at once. */
export interface Told {
  /** The same units under each rubric. */
  readonly comparisons: readonly ToldComparison[];
  /** Figures of other kinds. */
  readonly others?: readonly OtherFigures[];
}

/** What tables tell, before it is decided who counts as few. */
export interface TableKnowledge {
  readonly cells: readonly CountedCell[];
  readonly relations: readonly Relation[];
  readonly derivations: readonly Derivation[];
  readonly mixtures: readonly (readonly Term[])[];
}

/** Everything that a reader would know, if all of it were shown. */
export function tableKnowledge({ comparisons, others = [] }: Told, minGroup: number): TableKnowledge {
  const cells: CountedCell[] = [];
  const relations: Relation[] = [];
  const derivations: Derivation[] = [];
  const mixtures: (readonly Term[])[] = [];
  const tables = comparisons.map(
    ({ comparison, tables, earlier = [], known = [], linked = [] }): TableCells => {
      const { plan } = comparison;
      const rows = { known: rowsKnown(comparison, tables, known, earlier), linked };
      const table = tableCells(comparison, tables, rows, earlier, cells);
      const rolledUp = rollUpRelations(table, plan);
      const nodes = nodeRelations(table, plan);
      const bounds = boundRelations(table);
      for (const each of [rolledUp, nodes, bounds]) {
        append(relations, each.relations);
        append(derivations, each.derivations);
      }
      append(
        mixtures,
        rolledUp.rows.map(({ terms }) => terms),
      );
      const before = earlierRelations(table, comparison, earlier);
      append(relations, before.relations);
      append(mixtures, cameTogether(rolledUp.rows, before.cameTo));
      return table;
    },
  );
  const ties = rubricTies(tables, cells);
  append(relations, ties.relations);
  append(derivations, ties.derivations);
  const among: Among = {
    tables,
    isFew: (people) => isSmallGroup(people, minGroup),
    areTied: others.some(({ tieUnits }) => tieUnits),
  };
  for (const { add } of others) {
    const added = add(cells, among);
    append(relations, added.relations);
    append(derivations, added.derivations);
    append(mixtures, added.mixtures);
  }
  return { cells, relations, derivations, mixtures };
}

/** There may be more of them than a call can have arguments. */
function append<T>(to: T[], more: readonly T[]): void {
  for (const each of more) to.push(each);
}

/** What earlier tables told of, where it is there now: the row itself where it is shown again. */
function rowsKnown(
  { units }: Comparison,
  tables: readonly ShownTable[],
  known: readonly Unit[],
  earlier: readonly EarlierFigure[],
): readonly Unit[] {
  if (earlier.length === 0) return [];
  const told = new Set(earlier.map(unitKey));
  const all = [...tables.flatMap(({ rows }) => rows), ...units, ...known];
  const byKey = new Map<string, Unit>();
  for (const unit of all) {
    const key = unitKey(unit);
    if (told.has(key) && !byKey.has(key)) byKey.set(key, unit);
  }
  return [...byKey.values()];
}

/** The same, where fewer than so many people are few. */
export function knowledgeFor(
  { cells, relations, derivations, mixtures }: TableKnowledge,
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
    const isMeans = own === 'open' && cell.at?.kind === 'figure' && cell.at.measure !== 'scores';
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
