import { changeColumns } from '../../comparison/tables/change-columns.js';
import type { ChartData } from '../charts/chart-data.js';
import { amountFigures, commonRange, drawn, overallOf } from '../figures/figures.js';
import { change, named, reasoned, score, textCell } from '../model/columns.js';
import type { ReportTable } from '../model/report.js';
import { type Words, words } from '../model/words.js';
import { type RecordedTable, recordsAbout, type TableRecord } from '../source/records.js';
import { type ReportSource, unitsNow } from '../source/source.js';
import { capital, shownName, unitWords } from '../source/unit-words.js';

/** What a row is about: a unit's overall score, or a figure of the unit whose page it is. */
export interface ChangeRow {
  readonly label: string;
  readonly record: TableRecord;
}

/** Every unit by its overall score; on a unit's own page every figure of it. None of all units without an overall score. */
export function changeRows(
  source: ReportSource,
  table: RecordedTable,
  ofStep: (record: TableRecord) => boolean,
): readonly ChangeRow[] {
  const { own, plan, questionnaire } = source;
  if (own !== undefined) {
    const about = recordsAbout(table, questionnaire, own.unit).filter(ofStep);
    return amountFigures(plan).flatMap((figure) =>
      about
        .filter(({ text }) => text('node') === figure.id)
        .map((record) => ({ label: figure.title, record })),
    );
  }
  const overall = overallOf(plan);
  if (overall === undefined) return [];
  return unitsNow(source).flatMap((unit) =>
    recordsAbout(table, questionnaire, unit)
      .filter((record) => ofStep(record) && record.text('node') === overall.id)
      .map((record) => ({ label: shownName(unit, source), record })),
  );
}

/** Which share of all that moved, up or down, each part is; nothing where a part is withheld or nothing moved. */
export function whyWords(rows: readonly ChangeRow[]): Words | undefined {
  const told = rows.filter(({ record }) => !Number.isNaN(record.number('change')));
  const sums = changeColumns.map(({ key, title }) => ({
    name: title,
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

export function changesChart(rows: readonly ChangeRow[], { own, plan }: ReportSource): ChartData {
  const values = rows.flatMap(({ record }) => [record.number('from_score'), record.number('to_score')]);
  const overall = overallOf(plan);
  const figures = own !== undefined ? amountFigures(plan) : overall === undefined ? [] : [overall];
  return {
    kind: 'changes',
    title: 'Before and after, and what the change is made of',
    digits: plan.rounding.digits,
    range: commonRange(figures, values),
    rows: rows.map(({ label, record }) => ({
      label,
      before: drawn(record.number('from_score')),
      after: drawn(record.number('to_score')),
      parts: changeColumns.flatMap(({ key, title }) => {
        const amount = record.number(key);
        return Number.isNaN(amount) ? [] : [{ name: title, amount }];
      }),
    })),
  };
}

export function changesTable(rows: readonly ChangeRow[], source: ReportSource, caption: Words): ReportTable {
  const { digits } = source.plan.rounding;
  const figures = [
    score('from_score', 'Before', digits),
    score('to_score', 'After', digits),
    change('change', 'Change', digits),
    change('matched_change', 'Matched change', digits),
    ...changeColumns.map(({ key, title }) => change(key, title, digits)),
  ];
  return {
    id: 'changes',
    caption,
    columns: [
      named('label', source.own === undefined ? capital(unitWords(source).one) : 'Figure'),
      ...figures,
    ],
    rows: rows.map(({ label, record }) => [
      textCell(label),
      ...figures.map(({ key }) => reasoned(record.cell(key), 'insufficient')),
    ]),
    notes: [
      words`The parts add up to the change. Matched: over what was answered in both waves, by those who answered in both.`,
    ],
  };
}
