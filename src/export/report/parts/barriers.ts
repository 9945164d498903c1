import { allQuestions, type BarrierNode, barrierNodes } from '../../../compare/barriers/barrier-nodes.js';
import type { Barrier } from '../../../questionnaire/questionnaire.js';
import type { ChartData } from '../charts/chart-data.js';
import { type BarrierCount, barrierCount } from '../figures/barrier-counts.js';
import { dimensionsOf, largest } from '../figures/figures.js';
import { count, named, textCell } from '../model/columns.js';
import type { ReportTable } from '../model/report.js';
import { listed, title, type Words, words } from '../model/words.js';
import { recordsAbout } from '../source/records.js';
import { type ReportSource, unitsNow } from '../source/source.js';
import { isAnyWithheld, type Tells, tellsOfOthers } from '../source/withheld-here.js';
import { nothingShown, type ReportPart } from './part.js';

/** Counts in all and by dimension. */
const tells: Tells = (place, source) =>
  place.kind === 'other' &&
  tellsOfOthers('barriers')(place, source) &&
  nodesOf(source).some(({ id }) => id === place.about[0]);

/** What holds people back. */
export const barriers: ReportPart = {
  topic: 'What holds people back',
  tells,
  make: (source) => {
    const rows = rowsOf(source);
    if (rows.every(({ all }) => all.times === 0)) {
      return { why: nothingShown(isAnyWithheld(source, tells), words`no barrier is named`) };
    }
    const chart: ChartData = {
      kind: 'bars',
      title: 'How many responses name each barrier',
      unit: 'responses',
      rows: rows.map(({ barrier, all }) => ({
        label: barrier.label,
        count: all.times === 0 && all.isPart ? undefined : all.times,
      })),
    };
    return {
      heading: headingOf(rows) ?? words`What holds people back`,
      blocks: [
        { kind: 'chart', chart },
        { kind: 'table', table: tableOf(rows, source) },
      ],
    };
  },
};

/** The whole questionnaire, and the outermost dimensions in which barriers can be named. */
function nodesOf({ plan }: Pick<ReportSource, 'plan'>): readonly BarrierNode[] {
  const dimensions = new Set(dimensionsOf(plan).map(({ id }) => id));
  const nodes = barrierNodes(plan);
  return [...nodes.filter(({ id }) => id === allQuestions), ...nodes.filter(({ id }) => dimensions.has(id))];
}

/** A barrier that is named, or may be: what is withheld of it is not known. */
interface BarrierRow {
  readonly barrier: Barrier;
  /** Over all questions. */
  readonly all: BarrierCount;
  /** The same, then in each outermost dimension. */
  readonly counts: readonly BarrierCount[];
}

/** What is named most first. */
function rowsOf(source: ReportSource): readonly BarrierRow[] {
  const { questionnaire, own, wave } = source;
  const table = source.table('barriers');
  const units = own === undefined ? unitsNow(source) : [own.unit];
  const records = units.flatMap((unit) => recordsAbout(table, questionnaire, unit, wave));
  const nodes = nodesOf(source);
  return questionnaire.barriers
    .map((barrier): BarrierRow => {
      const countIn = (node: string) => barrierCount(records, node, barrier.id);
      return { barrier, all: countIn(allQuestions), counts: nodes.map(({ id }) => countIn(id)) };
    })
    .filter(({ counts }) => counts.some(({ times, isPart }) => times > 0 || isPart))
    .toSorted((one, other) => other.all.times - one.all.times);
}

/** So many that are named as often are told of at most. */
const mostTold = 3;

/**
 * `Named most: Skills, in 14 responses`. Of several that are named as often, all; of more than three, nothing. Counts that are withheld
 * may be higher: that is said then.
 */
function headingOf(rows: readonly BarrierRow[]): Words | undefined {
  const most = largest(rows, ({ all }) => all.times);
  const times = most[0]?.all.times ?? 0;
  if (times === 0 || most.length > mostTold) return undefined;
  const names = listed(most.map(({ barrier }) => title(barrier.label)));
  const start = rows.some(({ all }) => all.isPart) ? 'Named most, as far as may be told' : 'Named most';
  return words`${start}: ${names}, in ${times} ${times === 1 ? 'response' : 'responses'}${most.length === 1 ? '' : ' each'}`;
}

function tableOf(rows: readonly BarrierRow[], source: ReportSource): ReportTable {
  const isPart = rows.some(({ counts }) => counts.some((each) => each.isPart));
  return {
    id: 'barriers',
    caption: words`Responses that name a barrier, in all and by dimension`,
    columns: [
      named('barrier', 'Barrier'),
      ...nodesOf(source).map(({ id, title: name }) =>
        id === allQuestions ? count('responses', 'In all') : count(id, name),
      ),
    ],
    rows: rows.map(({ barrier, counts }) => [textCell(barrier.label), ...counts.map(({ cell }) => cell)]),
    notes: [
      words`A response counts once for each barrier that it names in a dimension, and once in all.`,
      ...(isPart ? [words`Counts that are withheld are in none of these.`] : []),
    ],
  };
}
