import type { Table, TableCell } from '../../table.js';
import type { ChartData } from '../chart-data.js';
import { change, count, figureCell, named, score, textCell } from '../columns.js';
import {
  commonRange,
  dimensionsOf,
  drawn,
  figureText,
  largest,
  mainFigures,
  overallOf,
  quantileOf,
  rounded,
} from '../figures.js';
import type { PartContent, ReportPart } from '../part.js';
import { recordsAbout, type TableRecord } from '../records.js';
import type { Block, ReportTable } from '../report.js';
import { type ReportSource, unitsNow } from '../source.js';
import { shownName, unitNameWords, unitWords } from '../unit-words.js';
import { given, title, type Words, words } from '../words.js';

/** What a change is made of, by the columns of the table of waves. */
const partNames = {
  who_answered: 'Who answered',
  answers_changed: 'Answers changed',
  newly_or_no_longer_answered: 'Newly or no longer answered',
  definition_or_rubric: 'Definition or rubric',
} as const;
type PartKey = keyof typeof partNames;
const partKeys: readonly PartKey[] = [
  'who_answered',
  'answers_changed',
  'newly_or_no_longer_answered',
  'definition_or_rubric',
];

/** What changed from the last wave but one to the last, and why. */
export const changes: ReportPart = {
  topic: 'What changed, and why',
  make: (source) => {
    const [before, after] = source.settings.waves.slice(-2);
    if (before === undefined || after === undefined)
      return { why: words`there is no second wave to compare with` };
    const table = source.table('waves');
    if (typeof table === 'string') return { why: [table] };
    const ofStep = (record: TableRecord) =>
      record.text('from_wave') === before && record.text('to_wave') === after;
    const rows = rowsOf(source, table).filter(({ record }) => ofStep(record));
    if (rows.length === 0) return { why: words`nothing is there in both of the last two waves` };
    const all = unitsNow(source)
      .flatMap((unit) => recordsAbout(table, source.questionnaire, unit))
      .filter(ofStep);
    return content(rows, source, words`from ${given(before)} to ${given(after)}`, all);
  },
};

/** What a row of the part is about: a unit's `overall`, or a figure of the unit whose page it is. */
interface ChangeRow {
  readonly label: string;
  readonly record: TableRecord;
}

function rowsOf(source: ReportSource, table: Table): readonly ChangeRow[] {
  const { own, plan, questionnaire } = source;
  if (own !== undefined) {
    const about = recordsAbout(table, questionnaire, own.unit);
    return mainFigures(plan).flatMap((figure) =>
      about
        .filter(({ text: of }) => of('node') === figure.id)
        .map((record) => ({ label: figure.title, record })),
    );
  }
  const overall = overallOf(plan);
  if (overall === undefined) return [];
  return unitsNow(source).flatMap((unit) =>
    recordsAbout(table, questionnaire, unit)
      .filter(({ text: of }) => of('node') === overall.id)
      .map((record) => ({ label: shownName(unit, source), record })),
  );
}

function content(
  rows: readonly ChangeRow[],
  source: ReportSource,
  step: Words,
  all: readonly TableRecord[],
): PartContent {
  const { own, plan } = source;
  const what = own === undefined ? 'Overall scores' : 'Scores';
  const values = rows.flatMap(({ record }) => [record.number('from_score'), record.number('to_score')]);
  const chart: ChartData = {
    kind: 'changes',
    title: 'Before and after, and what the change is made of',
    digits: plan.rounding.digits,
    range: commonRange(own === undefined ? [overallOf(plan) ?? {}] : mainFigures(plan), values),
    rows: rows.map(({ label, record }) => ({
      label,
      before: drawn(record.number('from_score')),
      after: drawn(record.number('to_score')),
      parts: partKeys.flatMap((key) => {
        const amount = record.number(key);
        return Number.isNaN(amount) ? [] : [{ name: partNames[key], amount }];
      }),
    })),
  };
  const why = whyWords(rows);
  const blocks: readonly Block[] = [
    ...(why === undefined ? [] : [{ kind: 'paragraph' as const, text: why }]),
    { kind: 'chart', chart },
    { kind: 'table', table: rowsTable(rows, source, words`${what} ${step}`) },
    ...(own === undefined ? [{ kind: 'table' as const, table: dimensionsTable(all, source, step) }] : []),
  ];
  return { heading: headingOf(rows, source, step), blocks };
}

/**
 * `7 of 12 authorities rose overall from 2025 to 2026`: more than half of those with a change rose, or fell. Else how many did
 * either. On a unit's own page, what it did overall; without an overall score, the figure that changed most.
 */
function headingOf(rows: readonly ChangeRow[], source: ReportSource, step: Words): Words {
  const { own, plan } = source;
  if (own === undefined) {
    const amounts = rows
      .map(({ record }) => record.number('change'))
      .filter((amount) => !Number.isNaN(amount));
    const called = unitWords(source);
    const up = amounts.filter((amount) => amount > 0).length;
    const down = amounts.filter((amount) => amount < 0).length;
    if (amounts.length === 0) return words`No score can be compared ${step}`;
    if (up * 2 > amounts.length) return words`${up} of ${called.count(amounts.length)} rose overall ${step}`;
    if (down * 2 > amounts.length)
      return words`${down} of ${called.count(amounts.length)} fell overall ${step}`;
    return words`${up} of ${called.count(amounts.length)} rose overall ${step}, and ${down} fell`;
  }
  const overall = overallOf(plan);
  const [most] = largest(rows, ({ record }) => Math.abs(record.number('change')));
  const found = rows.find(({ record }) => record.text('node') === overall?.id) ?? most;
  const amount = found?.record.number('change') ?? Number.NaN;
  if (found === undefined || Number.isNaN(amount)) return words`No score can be compared ${step}`;
  const what = found.record.text('node') === overall?.id ? words`overall` : words`in ${title(found.label)}`;
  const name = unitNameWords(own.unit);
  if (amount === 0) return words`${name} stands ${what} where it stood ${step}`;
  return words`${name} ${amount > 0 ? 'rose' : 'fell'} by ${figureText(Math.abs(amount), plan)} ${what} ${step}`;
}

/** Which share of all that moved, up or down, each part is; nothing where a part is withheld or nothing moved. */
function whyWords(rows: readonly ChangeRow[]): Words | undefined {
  const told = rows.filter(({ record }) => !Number.isNaN(record.number('change')));
  const sums = partKeys.map((key) => ({
    name: partNames[key],
    sum: told.reduce((sum, { record }) => sum + Math.abs(record.number(key)), 0),
  }));
  const total = sums.reduce((sum, part) => sum + part.sum, 0);
  if (!(total > 0)) return undefined;
  const shares = sums
    .filter(({ sum }) => sum > 0)
    .toSorted((one, other) => other.sum - one.sum)
    .map(({ name, sum }) => `${name.toLowerCase()} ${Math.round((sum / total) * 100)} %`);
  return words`Of all that moved up or down: ${shares.join(', ')}.`;
}

function rowsTable(rows: readonly ChangeRow[], source: ReportSource, caption: Words): ReportTable {
  const { digits } = source.plan.rounding;
  return {
    id: 'changes',
    caption,
    columns: [
      named('label', source.own === undefined ? 'Unit' : 'Figure'),
      score('from_score', 'Before', digits),
      score('to_score', 'After', digits),
      change('change', 'Change', digits),
      change('matched_change', 'Matched change', digits),
      ...partKeys.map((key) => change(key, partNames[key], digits)),
    ],
    rows: rows.map(({ label, record }): readonly TableCell[] => [
      textCell(label),
      ...['from_score', 'to_score', 'change', 'matched_change', ...partKeys].map(record.cell),
    ]),
    notes: [
      words`The parts add up to the change. Matched: over what was answered in both waves, by those who answered in both.`,
    ],
  };
}

/** How many units rose and fell in each dimension. */
function dimensionsTable(all: readonly TableRecord[], source: ReportSource, step: Words): ReportTable {
  const { plan } = source;
  const rows = dimensionsOf(plan).map((dimension): readonly TableCell[] => {
    const amounts = all
      .filter((record) => record.text('node') === dimension.id)
      .map((record) => record.number('change'))
      .filter((amount) => !Number.isNaN(amount));
    const times = (is: (amount: number) => boolean) => figureCell(amounts.filter(is).length);
    return [
      textCell(dimension.title),
      times((amount) => amount > 0),
      times((amount) => amount === 0),
      times((amount) => amount < 0),
      figureCell(rounded(quantileOf(amounts, 0.5), plan)),
    ];
  });
  return {
    id: 'changes-by-dimension',
    caption: words`How many rose and fell in each dimension ${step}`,
    columns: [
      named('dimension', 'Dimension'),
      count('rose', 'Rose'),
      count('stayed', 'Stayed'),
      count('fell', 'Fell'),
      change('median', 'Median change', plan.rounding.digits),
    ],
    rows,
    notes: [],
  };
}
