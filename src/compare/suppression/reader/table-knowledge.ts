import { type Comparison, type Unit, unitKey } from '../../comparison.js';
import { joined } from '../../joined.js';
import { isSmallGroup } from '../../small-groups.js';
import type { EarlierFigure } from '../earlier/earlier-figure.js';
import { earlierRelations } from '../earlier/earlier-relations.js';
import type { SinceThen } from '../earlier/since-then.js';
import { sinceTold, type ToldBefore } from '../earlier/since-told.js';
import type { Relation, RelationSum } from '../knowledge.js';
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
  /** What stands beside these, and is of less use: nothing of them is withheld for its sake. */
  readonly beside?: readonly ShownTable[];
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
  /** What tables given out before leave to be told; where nothing else was than `earlier` figures, it is made out of these. */
  readonly since?: SinceThen;
}

/** What tables tell, before it is decided who counts as few. */
export interface TableKnowledge {
  readonly cells: readonly CountedCell[];
  /** Those, by their places, of which nothing may be told, whatever they are about. */
  readonly closed: ReadonlySet<number>;
  /** How they hang together: most tables are about nobody few, and then it is never asked. */
  readonly ties: () => Ties;
}

/** Everything that a reader would know, if all of it were shown. */
export function tableKnowledge(
  { comparisons, others = [], since: given }: Told,
  minGroup: number,
): TableKnowledge {
  const isFew = (people: number) => isSmallGroup(people, minGroup);
  const since = given ?? sinceTold(comparisons.map(withRows), { told: [], rows: [] }, isFew);
  const cells: CountedCell[] = [];
  const ties: (() => Partial<Ties>)[] = [];
  const tables = comparisons.map(
    ({ comparison, tables, earlier = [], known = [], linked = [] }): TableCells => {
      const { plan } = comparison;
      const rows = { known: rowsKnown(comparison, tables, known, earlier), linked };
      const table = tableCells(comparison, tables, rows, earlier, cells);
      const rolledUp = rollUpRelations(table, plan);
      const before = earlierRelations(table, comparison, earlier, since);
      ties.push(
        rolledUp,
        () => nodeRelations(table, plan),
        () => boundRelations(table),
        () => ({ relations: before }),
      );
      return table;
    },
  );
  ties.push(() => rubricTies(tables, cells));
  const among: Among = {
    tables,
    isFew,
    areTied: others.some(({ tieUnits }) => tieUnits),
    since,
  };
  const unknown = new Set<number>();
  for (const { add } of others) {
    const added = add(cells, among);
    ties.push(() => added);
    for (const i of added.closed ?? []) unknown.add(i);
  }
  for (const [i, cell] of cells.entries()) if (isClosed(cell, since)) unknown.add(i);
  const closed = new Set([...unknown].filter((i) => cells[i]?.role === 'shown'));
  return {
    cells: unknown.size === 0 ? cells : cells.map((cell, i) => (unknown.has(i) ? untold(cell) : cell)),
    closed,
    ties: () => tiedBy(ties.map((make) => make())),
  };
}

function withRows(told: ToldComparison): ToldBefore {
  return { ...told, rows: [...new Set(told.tables.flatMap(({ rows }) => rows))] };
}

/** Whether nothing new may be told of it, and it is not known already. */
function isClosed({ at, loss }: CountedCell, since: SinceThen): boolean {
  if (at === undefined || loss === Number.POSITIVE_INFINITY) return false;
  return at.kind === 'figure'
    ? since.isClosed({ kind: at.measure, whose: at.unit })
    : at.what !== 'barriers' && since.isClosed({ kind: at.what, whose: at.whose });
}

/** In no table, and what is known of it was known then. */
function untold(cell: CountedCell): CountedCell {
  return { ...cell, role: 'unseen', limit: Number.NEGATIVE_INFINITY };
}

function tiedBy(all: readonly Partial<Ties>[]): Ties {
  const relations = joined(all.map((each) => each.relations ?? []));
  const sums = sumsIn(all);
  return {
    relations: inSums(relations, sums),
    sums,
    derivations: joined(all.map(({ derivations = [] }) => derivations)),
    mixtures: joined(all.map(({ mixtures = [] }) => mixtures)),
  };
}

/** Sums of relations, by the places that these have behind those before. */
function sumsIn(all: readonly Partial<Ties>[]): readonly RelationSum[] {
  let start = 0;
  const found: RelationSum[] = [];
  for (const { relations = [], sums = [] } of all) {
    for (const { whole, parts } of sums) {
      found.push({ whole: start + whole, parts: parts.map((at) => start + at) });
    }
    start += relations.length;
  }
  return found;
}

/** Relations that know the sums that they are in. */
function inSums(relations: readonly Relation[], sums: readonly RelationSum[]): readonly Relation[] {
  if (sums.length === 0) return relations;
  const places: number[][] = relations.map(() => []);
  for (const [i, { whole, parts }] of sums.entries()) for (const at of [whole, ...parts]) places[at]?.push(i);
  return relations.map((each, at) => {
    const own = places[at] ?? [];
    return own.length === 0 ? each : { ...each, sums: own };
  });
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
