import { type Comparison, type Unit, unitKey } from '../../comparison.js';
import { joined } from '../../joined.js';
import { isSmallGroup } from '../../small-groups.js';
import { cameTogether } from '../earlier/came-together.js';
import type { EarlierFigure } from '../earlier/earlier-figure.js';
import { earlierRelations } from '../earlier/earlier-relations.js';
import type { Knowledge, Standing, Term } from '../knowledge.js';
import type { Among, OtherFigures, Ties } from '../others/other-figures.js';
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
  /** How they hang together: most tables are about nobody few, and then it is never asked. */
  readonly ties: () => Ties;
}

/** Everything that a reader would know, if all of it were shown. */
export function tableKnowledge({ comparisons, others = [] }: Told, minGroup: number): TableKnowledge {
  const cells: CountedCell[] = [];
  const ties: (() => Partial<Ties>)[] = [];
  const tables = comparisons.map(
    ({ comparison, tables, earlier = [], known = [], linked = [] }): TableCells => {
      const { plan } = comparison;
      const rows = { known: rowsKnown(comparison, tables, known, earlier), linked };
      const table = tableCells(comparison, tables, rows, earlier, cells);
      const rolledUp = rollUpRelations(table, plan);
      const before = earlierRelations(table, comparison, earlier);
      ties.push(
        rolledUp.ties,
        () => nodeRelations(table, plan),
        () => boundRelations(table),
        () => ({
          relations: before.relations,
          mixtures: cameTogether(rolledUp.rows, before.cameTo),
        }),
      );
      return table;
    },
  );
  ties.push(() => rubricTies(tables, cells));
  const among: Among = {
    tables,
    isFew: (people) => isSmallGroup(people, minGroup),
    areTied: others.some(({ tieUnits }) => tieUnits),
  };
  for (const { add } of others) {
    const added = add(cells, among);
    ties.push(() => added);
  }
  return { cells, ties: () => tiedBy(ties.map((make) => make())) };
}

function tiedBy(all: readonly Partial<Ties>[]): Ties {
  return {
    relations: joined(all.map(({ relations = [] }) => relations)),
    derivations: joined(all.map(({ derivations = [] }) => derivations)),
    mixtures: joined(all.map(({ mixtures = [] }) => mixtures)),
  };
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
  cells: readonly CountedCell[],
  { relations, derivations, mixtures }: Ties,
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
