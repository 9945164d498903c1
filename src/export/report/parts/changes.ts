import { isWithheldCell } from '../../tables/absence.js';
import { type ChangeRow, changeRows, changesChart, changesTable, whyWords } from '../changes/change-rows.js';
import {
  type DimensionChange,
  dimensionChanges,
  dimensionChangesTable,
  dimensionWhyTable,
} from '../changes/dimension-changes.js';
import { figureText, largest, overallOf } from '../figures/figures.js';
import type { Block } from '../model/report.js';
import { given, listed, title, type Words, words } from '../model/words.js';
import { recordsAbout, type TableRecord } from '../source/records.js';
import { type ReportSource, unitsNow } from '../source/source.js';
import { unitNameWords, unitWords } from '../source/unit-words.js';
import { type Tells, tellsOfCards, tellsOfOthers } from '../source/withheld-here.js';
import { nothingShown, type ReportPart } from './part.js';

/** What changes are made of, from the last wave but one, and the scores before and after. */
const tells: Tells = (place, source) => {
  const [before = ''] = source.settings.waves.slice(-2);
  if (place.kind === 'other') return tellsOfOthers('change')(place, source) && place.about[0] === before;
  const tellsOfScores = tellsOfCards('scores');
  return tellsOfScores(place, source) || tellsOfScores(place, { ...source, wave: before });
};

/** What changed from the last wave but one to the last, and why. */
export const changes: ReportPart = {
  topic: 'What changed, and why',
  tells,
  make: (source) => {
    const { own, plan, questionnaire } = source;
    const [before, after] = source.settings.waves.slice(-2);
    if (before === undefined || after === undefined) {
      return { why: words`there is no second wave to compare with` };
    }
    const table = source.table('waves');
    const ofStep = (record: TableRecord) =>
      record.text('from_wave') === before && record.text('to_wave') === after;
    const rows = changeRows(source, table, ofStep);
    const units = own === undefined ? unitsNow(source) : [own.unit];
    const records = units.flatMap((unit) => recordsAbout(table, questionnaire, unit)).filter(ofStep);
    if (records.every((record) => Number.isNaN(record.number('change')))) {
      const isWithheld = records.some((record) => isWithheldCell(record.cell('change')));
      return { why: nothingShown(isWithheld, words`nobody has a score in both of the last two waves`) };
    }
    const step = words`from ${given(before)} to ${given(after)}`;
    const byDimension = dimensionChanges(records, units.length, plan);
    const called = unitWords(source);
    const why = whyWords(rows);
    const caption = words`${own === undefined ? 'Overall scores' : 'Scores'} ${step}`;
    const blocks: readonly Block[] = [
      ...(why === undefined ? [] : [{ kind: 'paragraph' as const, text: why }]),
      ...(rows.length === 0
        ? []
        : ([
            { kind: 'chart', chart: changesChart(rows, source) },
            { kind: 'table', table: changesTable(rows, source, caption) },
          ] as const)),
      ...(own === undefined
        ? [
            dimensionChangesTable(byDimension, plan, step, called),
            dimensionWhyTable(byDimension, plan, called),
          ].flatMap((each): readonly Block[] => (each === undefined ? [] : [{ kind: 'table', table: each }]))
        : []),
    ];
    const heading =
      own === undefined
        ? (moved(rows, source, step) ?? movedMost(byDimension, source, step))
        : ownMove(rows, own.unit, source, step);
    return { heading: heading ?? words`What changed ${step}`, blocks };
  },
};

/** `7 of 12 authorities rose overall from 2025 to 2026`: more than half of those with a change rose, or fell; else how many did either. */
function moved(rows: readonly ChangeRow[], source: ReportSource, step: Words): Words | undefined {
  const amounts = rows.map(({ record }) => record.number('change')).filter((amount) => !Number.isNaN(amount));
  if (amounts.length === 0) return undefined;
  const all = unitWords(source).count(amounts.length);
  const up = amounts.filter((amount) => amount > 0).length;
  const down = amounts.filter((amount) => amount < 0).length;
  if (up * 2 > amounts.length) return words`${up} of ${all} rose overall ${step}`;
  if (down * 2 > amounts.length) return words`${down} of ${all} fell overall ${step}`;
  return words`${up} of ${all} rose overall ${step}, and ${down} fell`;
}

/** `Data rose most from 2025 to 2026, by 0.50 at the median`: the dimensions whose median change is largest, up or down. */
function movedMost(all: readonly DimensionChange[], { plan }: ReportSource, step: Words): Words | undefined {
  const most = largest(all, ({ median }) => Math.abs(median));
  const [first] = most;
  if (first === undefined || first.median === 0 || most.some(({ median }) => median !== first.median)) {
    return undefined;
  }
  const names = listed(most.map(({ dimension }) => title(dimension.title)));
  return words`${names} ${first.median > 0 ? 'rose' : 'fell'} most ${step}, by ${figureText(Math.abs(first.median), plan)} at the median`;
}

/** What a unit did overall; without an overall score in both waves, in the figure that changed most. */
function ownMove(
  rows: readonly ChangeRow[],
  unit: NonNullable<ReportSource['own']>['unit'],
  { plan }: ReportSource,
  step: Words,
): Words | undefined {
  const overall = overallOf(plan)?.id;
  const told = rows.filter(({ record }) => !Number.isNaN(record.number('change')));
  const [most] = largest(told, ({ record }) => Math.abs(record.number('change')));
  const found = told.find(({ record }) => record.text('node') === overall) ?? most;
  if (found === undefined) return undefined;
  const amount = found.record.number('change');
  const where = found.record.text('node') === overall ? words`overall` : words`in ${title(found.label)}`;
  const name = unitNameWords(unit);
  if (amount === 0) return words`${name} stands ${where} where it stood ${step}`;
  return words`${name} ${amount > 0 ? 'rose' : 'fell'} by ${figureText(Math.abs(amount), plan)} ${where} ${step}`;
}
