import { barsChart } from '../../../src/export/report/charts/bars.js';
import { changesChart } from '../../../src/export/report/charts/changes.js';
import type { Chart } from '../../../src/export/report/charts/chart.js';
import { dumbbellChart } from '../../../src/export/report/charts/dumbbell.js';
import { ratingsChart } from '../../../src/export/report/charts/ratings.js';
import { type SpreadRow, spreadChart } from '../../../src/export/report/charts/spread.js';

const range = { min: 0, max: 100 };
const dimensions = [
  'Data',
  'Culture and leadership',
  'Technology and infrastructure',
  'Skills of everybody who works with residents, and of those who lead them',
  'Ethics',
];
const longLabel =
  'Whether every dataset of the housing department has an owner who is named, known to its users, and reviews it each year!';
const hebrew = 'ניהול נתונים (2026), שיתוף פעולה וכישורים';
const arabic = 'حوكمة البيانات والثقافة الرقمية';

/** Made up, and the same each time. */
function figures(count: number, seed: number): readonly number[] {
  return Array.from(
    { length: count },
    (_, at) => Math.round(((at * 37 + seed * 53) % 89) * 10 + seed) / 10 + 8,
  );
}

function spreadRow(label: string, at: number, own?: string): SpreadRow {
  const values = figures(32, at + 1);
  const sorted = [...values].sort((a, b) => a - b);
  const points = values.map((value, unit) => ({
    label: `Authority ${unit + 1}`,
    value,
    low: value - 4,
    high: value + 5,
    isOwn: own !== undefined && unit === 6,
  }));
  return { label, points, median: sorted[16], q1: sorted[8], q3: sorted[24] };
}

/** Every chart, with what is usual and what is not. */
export const samples: Readonly<Record<string, () => Chart>> = {
  spread: () =>
    spreadChart({
      title: 'How authorities lie on each dimension',
      units: 'authorities',
      range,
      rows: dimensions.map((label, at) => spreadRow(label, at)),
    }),
  'spread of few': () =>
    spreadChart({
      title: 'Four authorities, of which some left questions open',
      units: 'authorities',
      range,
      rows: ['Data', 'Culture'].map((label, at) => ({
        label,
        points: [30, 42, 44, 80].map((value, unit) => ({
          label: `Authority ${unit}`,
          value: value + at * 5,
          low: value + at * 5 - unit * 6,
          high: value + at * 5 + unit * 3,
          isOwn: false,
        })),
        median: 43 + at * 5,
        q1: 39 + at * 5,
        q3: 53 + at * 5,
      })),
    }),
  'spread of one unit': () =>
    spreadChart({
      title: 'Northbridge among its peers',
      units: 'authorities',
      range,
      rows: dimensions.map((label, at) => {
        const row = spreadRow(label, at, 'own');
        return {
          ...row,
          points: row.points.map((point) => (point.isOwn ? { ...point, label: 'Northbridge' } : point)),
        };
      }),
    }),
  'spread on a scale of levels, many at one place': () =>
    spreadChart({
      title: 'On a scale of four levels',
      units: 'authorities',
      range: { min: 1, max: 4 },
      rows: [
        {
          label: hebrew,
          points: Array.from({ length: 12 }, (_, at) => ({
            label: `${at}`,
            value: 1 + (at % 4),
            isOwn: at === 3,
          })),
          median: 2.5,
          q1: 2,
          q3: 3,
        },
        { label: longLabel, points: [], median: undefined },
      ],
    }),
  dumbbell: () =>
    dumbbellChart({
      title: 'Now and wanted',
      range: { min: 1, max: 4 },
      rows: [
        { label: 'Data', now: 1.5, low: 1.25, high: 1.75, wanted: 3.5 },
        { label: 'Culture and leadership', now: 2.25, low: 2.25, high: 2.25, wanted: 2.5 },
        { label: longLabel, now: 3, low: 2, high: 4, wanted: 2 },
        { label: arabic, now: 1, wanted: 4 },
        { label: 'Ethics', now: 2, low: 1, high: 3 },
        { label: 'Security', now: undefined, wanted: 3 },
        { label: 'Procurement', now: undefined },
      ],
    }),
  'dumbbell of 33': () =>
    dumbbellChart({
      title: 'Now and wanted, of 33 authorities',
      range,
      rows: figures(33, 3).map((now, at) => ({
        label: `London Borough of ${at + 1}`,
        now,
        low: Math.max(0, now - 6),
        high: Math.min(100, now + 3),
        wanted: Math.min(100, now + ((at * 7) % 31)),
      })),
    }),
  changes: () =>
    changesChart({
      title: 'What changed between 2025 and 2026, and why',
      range,
      rows: [
        { label: 'Data', before: 41.25, after: 52.5, parts: parts(2.5, 9.25, 0, -0.5) },
        { label: 'Culture and leadership', before: 60, after: 55.5, parts: parts(-6, 2.25, 0.5, -1.25) },
        { label: longLabel, before: 33, after: 33, parts: parts(0, 0, 0, 0) },
        { label: hebrew, before: 20, after: 58, parts: parts(12, 20, 4, 2) },
        { label: 'Ethics', before: undefined, after: 40, parts: [] },
      ],
    }),
  bars: () =>
    barsChart({
      title: 'What stands in the way',
      unit: 'answers',
      rows: [
        { label: 'Skills', count: 123 },
        { label: 'Legacy contracts and systems', count: 87 },
        { label: longLabel, count: 12 },
        { label: arabic, count: 1 },
        { label: 'Leadership', count: 0 },
        { label: 'Budget', count: undefined },
      ],
    }),
  ratings: () =>
    ratingsChart({
      title: 'Where people disagree',
      levels: ['Starting', 'Emerging', 'Established', 'Leading'],
      rows: [
        { label: 'Does every dataset have a named owner?', counts: [12, 1, 2, 14] },
        { label: longLabel, counts: [3, 3, 3, 3] },
        { label: hebrew, counts: [0, 5, 1, 0] },
        { label: 'Agreed', counts: [0, 0, 7, 0] },
        { label: 'Withheld', counts: [] },
        { label: 'Nobody', counts: [0, 0, 0, 0] },
      ],
    }),
  'ratings of eleven levels': () =>
    ratingsChart({
      title: 'From nought to ten',
      levels: Array.from({ length: 11 }, (_, at) =>
        at === 0 ? longLabel : at === 10 ? 'All of it' : `${at}`,
      ),
      rows: [{ label: 'How much of it?', counts: [1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1] }],
    }),
  'one row': () =>
    barsChart({ title: 'One barrier', unit: 'answers', rows: [{ label: 'Skills', count: 1 }] }),
};

function parts(...amounts: readonly number[]) {
  const names = ['who answered', 'changed answers', 'newly answered', 'definition'];
  return amounts.map((amount, at) => ({ name: names[at] ?? '', amount }));
}
