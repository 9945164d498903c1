import { allUnits } from '../../compare/ambition/ambition.js';
import { type EarlierExchange, offersBesideEarlier } from '../../compare/exchange/earlier-offers.js';
import { groupUnits } from '../../compare/grouping/group.js';
import { isSmallGroup, type MayShow, mayShow } from '../../compare/small-groups.js';
import { blanked } from '../../compare/suppression/blank.js';
import type { EarlierBarriers } from '../../compare/suppression/earlier/read/barriers.js';
import { sinceTold } from '../../compare/suppression/earlier/since-told.js';
import type { ToldRow } from '../../compare/suppression/earlier/told-row.js';
import { figureKey, type Hidden } from '../../compare/suppression/hidden.js';
import type { CellPlace } from '../../compare/suppression/reader/table-cells.js';
import type { ToldComparison } from '../../compare/suppression/reader/table-knowledge.js';
import { loadSolver } from '../../compare/suppression/solver/load-solver.js';
import { type SuppressionOptions, suppress } from '../../compare/suppression/suppress.js';
import { changesSince, type ScoresSince, sinceNotes } from '../../export/comparison/changes-since.js';
import { othersSince, type WithheldNow } from '../../export/comparison/others-since.js';
import type { ShownGroup, WaveGroup } from '../../export/comparison/tables/comparison-table.js';
import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import { type WaveSteps, waveSteps } from '../../export/comparison/tables/wave-steps.js';
import { withheldNotes } from '../../export/comparison/withheld-notes.js';
import type { Finding } from '../../finding/finding.js';
import type { Privacy } from '../../questionnaire/questionnaire.js';
import { kindsIn, othersTold, toldNow } from './others-told.js';
import { closedLines } from './published/closed-lines.js';
import type { PublishedFigures } from './published/published-tables.js';
import { revealedFindings, revealedOffers } from './revealed-findings.js';
import {
  linkedRows,
  type NamedTable,
  scoresTable,
  type TellingOptions,
  tablesOf,
  toldBy,
} from './tables-told.js';
import { refuseUnreckonedWaves } from './unreckoned-waves.js';

/** What is told under one rubric, and by which tables. */
interface Told extends ToldComparison {
  readonly shown: readonly NamedTable[];
}

/** What was gathered of waves that share a questionnaire, and what is told of them. */
export interface ToldGroup extends WaveGroup {
  /** By rubric, what tables given out before tell. */
  readonly published: readonly PublishedFigures[];
  /** What tables of exchange given out before tell of offers. */
  readonly exchanges: readonly EarlierExchange[];
  /** What tables of barriers given out before tell. */
  readonly barriersThen: readonly EarlierBarriers[];
  /** What other tables given out before told, beside what would be told now. */
  readonly toldThen: readonly ToldRow[];
}

/** What small groups are kept by, and all tables that are given out together. */
export interface KeepingOptions
  extends TellingOptions,
    Pick<Privacy, 'minGroup' | 'count'>,
    Pick<SuppressionOptions, 'watch'> {
  readonly questionnaireFile: string;
}

/** What may be shown, and what is said of the rest. */
export interface Kept {
  /** What must not be shown is taken out of their comparisons and rows. */
  readonly groups: readonly ShownGroup[];
  /** What must not be shown of figures in other tables than that of scores. */
  readonly hidden: Hidden;
  /** The rule about small groups for what somebody wrote: the same that figures are withheld by. */
  readonly mayShow: MayShow;
  /** What was made of waves, one after the other. */
  readonly steps: WaveSteps;
  /** How many cells are withheld, of those that were written, and why; nothing where no figure is. */
  readonly withheld: (cells: number) => readonly string[];
  /** The same of some figures. */
  readonly notesOf: (isOne: (place: CellPlace) => boolean, cells: number) => readonly string[];
  /** The same of one table. */
  readonly notesOn: (name: ComparisonTableName, cells: number) => readonly string[];
  /** What became of tables given out before. */
  readonly since: readonly string[];
  /** Withheld figures that can be worked out all the same: nothing may be written then. */
  readonly revealed: readonly Finding[];
}

/**
 * Takes out of all tables of a run what people in small groups could be recognised by. All that these tables tell is one piece of
 * knowledge: what one of them withholds no other tells.
 */
export async function keepSmallGroups(groups: readonly ToldGroup[], options: KeepingOptions): Promise<Kept> {
  const { minGroup, count, questionnaireFile, waves } = options;
  if (minGroup > 1) refuseUnreckonedWaves(groups, options);
  const steps = waveSteps(groups, waves);
  const shaped = groups.map((group) => {
    const { comparisons } = group.gathered;
    const rows = comparisons.map((comparison) => groupUnits(comparison, group.grouping));
    const told = comparisons.map((comparison, i): Told => {
      const { figures = [], known = [] } = group.published[i] ?? {};
      const shown = tablesOf(comparison, rows[i] ?? [], i, group, options);
      return {
        comparison,
        shown,
        ...toldBy(shown, comparison, options),
        earlier: figures,
        known,
        linked: linkedRows(comparison, rows[i] ?? [], known, group),
      };
    });
    return { group, rows, told };
  });
  const since = sinceTold(
    shaped.flatMap(({ rows, told }) => told.map((each, i) => ({ ...each, rows: rows[i] ?? [] }))),
    {
      told: groups.flatMap(({ toldThen }) => toldThen),
      rows: options.names.includes('ambition') ? groups.flatMap(rowsOfAll) : [],
    },
    (people) => isSmallGroup(people, minGroup),
  );
  const suppression = await suppress(
    {
      comparisons: shaped.flatMap(({ told }) => told),
      others: othersTold(groups, options, steps),
      since,
    },
    { minGroup, ...(options.watch === undefined ? {} : { watch: options.watch }) },
    loadSolver,
  );
  const exchanged = groups.map(({ gathered: { offers, exchanging, exchangingBefore }, exchanges }) =>
    offersBesideEarlier(offers, [...exchanging, ...exchangingBefore], exchanges, mayShow(minGroup), (whose) =>
      since.isClosed({ kind: 'scores', whose }),
    ),
  );
  const kept = shaped.map(
    ({ group: { plans, gathered, grouping, toCurrent }, rows, told }, at): ShownGroup => {
      const all = told.map((each) => blanked(each, suppression, minGroup));
      return {
        plans,
        grouping,
        toCurrent,
        gathered: {
          ...gathered,
          comparisons: all.map(({ comparison }) => comparison),
          offers: exchanged[at]?.offers ?? gathered.offers,
        },
        rows: all.map(({ blank }, i) => (rows[i] ?? []).map(blank)),
      };
    },
  );
  const notesOf: Kept['notesOf'] = (isOne, cells) =>
    withheldNotes(
      { small: suppression.small.filter(isOne), further: suppression.further.filter(isOne) },
      cells,
      { minGroup, count },
    );
  const told = shaped.flatMap((each) => each.told);
  const inTables = new Map(options.names.map((name) => [name, isInTable(name, told)]));
  const small: Hidden = new Set(suppression.small.map(keyOf));
  const hidden: Hidden = new Set([
    ...small,
    ...suppression.further.map(keyOf),
    ...kept.flatMap(withheldKeys),
  ]);
  return {
    groups: kept,
    hidden,
    mayShow: mayShow(minGroup),
    steps,
    withheld: (cells) => notesOf((place) => [...inTables.values()].some((isIn) => isIn(place)), cells),
    notesOf,
    notesOn: (name, cells) => notesOf(inTables.get(name) ?? (() => false), cells),
    since: groups.every(({ published }) => published.length === 0)
      ? []
      : [
          ...sinceNotes(
            shaped.flatMap(({ told }, at) => scoresSince(told, kept[at], options)),
            groups.flatMap((group) => othersOf(group, options, { hidden, small, minGroup })),
          ),
          ...closedLines(suppression, since),
        ],
    revealed: [
      ...revealedFindings(suppression, questionnaireFile),
      ...revealedOffers(
        exchanged.flatMap(({ revealed }) => revealed),
        questionnaireFile,
      ),
    ],
  };
}

/** Of all units of a wave there is a row in the table of ambition, whatever others are asked for. */
function rowsOfAll({ gathered: { ambition } }: WaveGroup) {
  return ambition.map(({ place }) => place).filter(({ level }) => level === allUnits);
}

/** Whether a figure stands in a table. */
function isInTable(name: ComparisonTableName, told: readonly Told[]): (place: CellPlace) => boolean {
  const tables = new Map(
    told.map(({ comparison, shown }) => [
      comparison,
      shown
        .filter((table) => table.name === name)
        .map(({ rows, figures, measures }) => ({ rows: new Set(rows), figures, measures })),
    ]),
  );
  return (place) => {
    if (place.kind === 'other') return kindsIn[name]?.includes(place.what) === true;
    const { comparison, unit, figure, measure } = place;
    return (tables.get(comparison) ?? []).some(
      ({ rows, figures, measures }) =>
        rows.has(unit) && figures.includes(figure) && measures.includes(measure),
    );
  };
}

/** The scores that are taken out, those of small groups that have none among them: there is nothing to be withheld of these. */
function withheldKeys({ gathered, rows }: ShownGroup): readonly string[] {
  return gathered.comparisons.flatMap(({ plan }, i) => {
    const figures = [...plan.nodes, ...plan.indices];
    return (rows[i] ?? []).flatMap((unit) => {
      const withheld = unit.card.withheld?.scores;
      if (withheld === undefined) return [];
      return figures.flatMap(({ id, slot }) => (withheld.has(slot) ? [figureKey('scores', unit, id)] : []));
    });
  });
}

function keyOf(place: CellPlace): string {
  return place.kind === 'other'
    ? figureKey(place.what, place.whose, ...place.about)
    : figureKey(place.measure, place.unit, place.figure.id);
}

function scoresSince(
  told: readonly Told[],
  kept: ShownGroup | undefined,
  options: KeepingOptions,
): readonly ScoresSince[] {
  return (kept?.gathered.comparisons ?? []).map((comparison, i) => {
    const shown = scoresTable(comparison, kept?.rows[i] ?? [], options);
    return changesSince(comparison, shown, told[i]?.earlier ?? [], options.minGroup);
  });
}

/** What became of figures beside scores. */
function othersOf(
  { gathered: { ratings, ambition, comparisons }, toldThen }: ToldGroup,
  { names }: KeepingOptions,
  withheld: WithheldNow,
): readonly string[] {
  const units = comparisons[0]?.units ?? [];
  const rows = [...ratings, ...ambition, ...units.map((place) => ({ place }))];
  const isTold = toldNow(new Set(names), rows);
  return othersSince(toldThen, ({ kind, whose }) => isTold(kind, whose), withheld);
}
