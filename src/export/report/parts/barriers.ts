import type { TableCell } from '../../table.js';
import type { ChartData } from '../chart-data.js';
import { count, figureCell, named, textCell } from '../columns.js';
import { dimensionsOf, largest, overallOf } from '../figures.js';
import { nothingShown, type ReportPart } from '../part.js';
import { recordsAbout, type TableRecord } from '../records.js';
import type { ReportTable } from '../report.js';
import { type ReportSource, unitsNow } from '../source.js';
import { listed, title, type Words, words } from '../words.js';

/** What holds people back. */
export const barriers: ReportPart = {
  topic: 'What holds people back',
  make: (source) => {
    const table = source.table('barriers');
    const units = source.own === undefined ? unitsNow(source) : [source.own.unit];
    const records = units.flatMap((unit) => recordsAbout(table, source.questionnaire, unit, source.wave));
    const named = namedIn(records, source);
    if (named.length === 0) return { why: nothingShown(source, words`no barrier is named`) };
    const chart: ChartData = {
      kind: 'bars',
      title: 'How many responses name each barrier',
      unit: 'responses',
      rows: named.map(({ label, times }) => ({ label, count: times })),
    };
    return {
      heading: headingOf(named),
      blocks: [
        { kind: 'chart', chart },
        { kind: 'table', table: tableOf(named, records, source) },
      ],
    };
  },
};

interface NamedBarrier {
  readonly id: string;
  readonly label: string;
  /** Responses that name it, in the units whose counts may be shown. */
  readonly times: number;
}

/** Over the whole questionnaire where it has an overall score; else in the dimension in which it is named most. */
function namedIn(
  records: readonly TableRecord[],
  { questionnaire, plan }: ReportSource,
): readonly NamedBarrier[] {
  const overall = overallOf(plan);
  const nodes = overall === undefined ? dimensionsOf(plan) : [overall];
  return questionnaire.barriers
    .map(({ id, label }) => ({
      id,
      label,
      times: Math.max(...nodes.map((node) => timesIn(records, node.id, id)), 0),
    }))
    .filter(({ times }) => times > 0)
    .toSorted((one, other) => other.times - one.times);
}

function timesIn(records: readonly TableRecord[], node: string, barrier: string): number {
  return records
    .filter((record) => record.text('node') === node && record.text('barrier') === barrier)
    .map((record) => record.number('named'))
    .reduce((sum, times) => sum + (Number.isNaN(times) ? 0 : times), 0);
}

/** `Named most: Skills, in 14 responses`; of several that are named as often, all. */
function headingOf(all: readonly NamedBarrier[]): Words {
  const most = largest(all, ({ times }) => times);
  const times = most[0]?.times ?? 0;
  const names = listed(most.map(({ label }) => title(label)));
  return words`Named most: ${names}, in ${times} ${times === 1 ? 'response' : 'responses'}${most.length === 1 ? '' : ' each'}`;
}

function tableOf(
  all: readonly NamedBarrier[],
  records: readonly TableRecord[],
  { plan }: ReportSource,
): ReportTable {
  const dimensions = dimensionsOf(plan);
  return {
    id: 'barriers',
    caption: words`Responses that name a barrier, in all and by dimension`,
    columns: [
      named('barrier', 'Barrier'),
      count('responses', 'Responses'),
      ...dimensions.map((dimension) => count(dimension.id, dimension.title)),
    ],
    rows: all.map(({ id, label, times }): readonly TableCell[] => [
      textCell(label),
      figureCell(times),
      ...dimensions.map((dimension) => figureCell(timesIn(records, dimension.id, id))),
    ]),
    notes: [words`A response counts once for each barrier that it names in a dimension, and once in all.`],
  };
}
