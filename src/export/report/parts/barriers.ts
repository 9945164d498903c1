import type { Barrier } from '../../../questionnaire/questionnaire.js';
import type { PlanNode } from '../../../rubric/plan.js';
import type { ChartData } from '../charts/chart-data.js';
import { type BarrierCount, barrierCount } from '../figures/barrier-counts.js';
import { dimensionsOf, largest, overallOf } from '../figures/figures.js';
import { count, named, textCell } from '../model/columns.js';
import type { ReportTable } from '../model/report.js';
import { joined, title, type Words, words } from '../model/words.js';
import { recordsAbout } from '../source/records.js';
import { type ReportSource, unitsNow } from '../source/source.js';
import { type Tells, tellsOfOthers, withheldHere } from '../source/withheld-here.js';
import { nothingShown, type ReportPart } from './part.js';

/** What holds people back. */
export const barriers: ReportPart = {
  topic: 'What holds people back',
  make: (source) => {
    const rows = rowsOf(source);
    if (rows.every(({ most }) => most === 0)) {
      return { why: nothingShown(source, tells, words`no barrier is named`) };
    }
    const overall = overallOf(source.plan);
    const chart: ChartData = {
      kind: 'bars',
      title: `How many responses name each barrier${overall === undefined ? ', in the dimension where most do' : ''}`,
      unit: 'responses',
      rows: rows.map(({ barrier, most, counts }) => ({
        label: barrier.label,
        count: most === 0 && counts.some(({ isPart }) => isPart) ? undefined : most,
      })),
    };
    return {
      heading: headingOf(rows, overall) ?? words`What holds people back`,
      blocks: [
        { kind: 'chart', chart },
        { kind: 'table', table: tableOf(rows, source) },
      ],
    };
  },
};

/** Counts in all and by dimension. */
const tells: Tells = (place, source) => {
  if (place.kind !== 'other' || !tellsOfOthers('barriers')(place, source)) return false;
  const nodes = [...dimensionsOf(source.plan), overallOf(source.plan)];
  return nodes.some((node) => node?.id === place.about[0]);
};

/** A barrier that is named, or may be: what is withheld of it is not known. */
interface BarrierRow {
  readonly barrier: Barrier;
  /** In all, where there is an overall score; then in each outermost dimension. */
  readonly counts: readonly (BarrierCount & { readonly node: PlanNode })[];
  /** In all; without an overall score, in the dimension in which it is named most. */
  readonly most: number;
}

/** What is named most first. */
function rowsOf(source: ReportSource): readonly BarrierRow[] {
  const { questionnaire, plan, own, wave } = source;
  const table = source.table('barriers');
  const units = own === undefined ? unitsNow(source) : [own.unit];
  const records = units.flatMap((unit) => recordsAbout(table, questionnaire, unit, wave));
  const overall = overallOf(plan);
  const nodes = [...(overall === undefined ? [] : [overall]), ...dimensionsOf(plan)];
  return questionnaire.barriers
    .map((barrier): BarrierRow => {
      const counts = nodes.map((node) => ({ node, ...barrierCount(records, node.id, barrier.id) }));
      const times = counts.map((each) => each.times);
      return { barrier, counts, most: overall === undefined ? Math.max(0, ...times) : (times[0] ?? 0) };
    })
    .filter(({ counts }) => counts.some(({ times, isPart }) => times > 0 || isPart))
    .toSorted((one, other) => other.most - one.most);
}

/** So many that are named as often are told of at most. */
const mostTold = 3;

/**
 * `Named most: Skills, in 14 responses`; without an overall score, `Named most: Skills on Culture, in 14 responses`. Of several that are
 * named as often, all; of more than three, nothing. Counts that are withheld may be higher: that is said then.
 */
function headingOf(rows: readonly BarrierRow[], overall: PlanNode | undefined): Words | undefined {
  const all = rows.flatMap(({ barrier, counts }) =>
    (overall === undefined ? counts : counts.slice(0, 1)).map((each) => ({ barrier, ...each })),
  );
  const most = largest(all, ({ times }) => times);
  const times = most[0]?.times ?? 0;
  if (times === 0 || most.length > mostTold) return undefined;
  const names = joined(
    most.map(({ barrier, node }) =>
      overall === undefined ? words`${title(barrier.label)} on ${title(node.title)}` : [title(barrier.label)],
    ),
  );
  const start = all.some(({ isPart }) => isPart) ? 'Named most, as far as may be told' : 'Named most';
  return words`${start}: ${names}, in ${times} ${times === 1 ? 'response' : 'responses'}${most.length === 1 ? '' : ' each'}`;
}

function tableOf(rows: readonly BarrierRow[], source: ReportSource): ReportTable {
  const { plan } = source;
  const hasAll = overallOf(plan) !== undefined;
  const isPart = rows.some(({ counts }) => counts.some((each) => each.isPart));
  return {
    id: 'barriers',
    caption: words`Responses that name a barrier${hasAll ? ', in all and' : ''} by dimension`,
    columns: [
      named('barrier', 'Barrier'),
      ...(hasAll ? [count('responses', 'In all')] : []),
      ...dimensionsOf(plan).map((dimension) => count(dimension.id, dimension.title)),
    ],
    rows: rows.map(({ barrier, counts }) => [textCell(barrier.label), ...counts.map(({ cell }) => cell)]),
    notes: [
      words`A response counts once for each barrier that it names in a dimension${hasAll ? ', and once in all' : ''}.`,
      ...(isPart
        ? [words`Counts that are withheld are in none of these.`, ...withheldHere(source, tells)]
        : []),
    ],
  };
}
