import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barsChart } from '../../../src/export/report/charts/bars.js';
import { changesChart } from '../../../src/export/report/charts/changes.js';
import { dumbbellChart } from '../../../src/export/report/charts/dumbbell.js';
import { ratingsChart } from '../../../src/export/report/charts/ratings.js';
import { spreadChart } from '../../../src/export/report/charts/spread.js';
import { chartStyle } from '../../../src/export/report/charts/style.js';
import { samples } from './samples.js';

const range = { min: 0, max: 100 };

/** The texts of each picture, in the order in which they are drawn. */
function textsIn(svg: string): readonly (readonly string[])[] {
  return svg
    .split('</svg>')
    .slice(0, -1)
    .map((picture) => [...picture.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text));
}

test('now and wanted stand in words beside the marks, for wide pages and for narrow ones', () => {
  const chart = dumbbellChart({
    title: 'Now and wanted',
    range: { min: 1, max: 4 },
    rows: [
      { label: 'Data', now: 1.5, low: 1.25, high: 2, wanted: 3.5 },
      { label: 'Culture', now: 2.25, wanted: 2.5 },
      { label: 'Ethics', now: 3 },
    ],
  });
  expect(chart.alternative).toBe(
    'Data has the furthest to go, from 1.5 to 3.5; Culture the least, from 2.25 to 2.5. 1 row has no score or nothing that is wanted.',
  );
  const said = ['now', 'low to high', 'wanted', 'Now → wanted', 'Data', 'Culture', 'Ethics'];
  const figures = ['1.5 → 3.5', '2.25 → 2.5', '3 → –'];
  const scale = ['1', '1.5', '2', '2.5', '3', '3.5', '4'];
  for (const texts of textsIn(chart.svg))
    expect([...texts].sort()).toEqual([...said, ...figures, ...scale].sort());
  expect(textsIn(chart.svg)).toHaveLength(2);
});

test('a unit is marked among the others, which have no names', () => {
  const chart = spreadChart({
    title: 'Northbridge and its peers',
    units: 'authorities',
    range,
    rows: [
      {
        label: 'Data',
        points: [
          { label: 'Northbridge', value: 60, low: 50, high: 70, isOwn: true },
          { label: 'Southbridge', value: 20, isOwn: false },
        ],
        median: 40,
        q1: 30,
        q3: 50,
      },
      { label: 'Culture', points: [{ label: 'Northbridge', value: 10, isOwn: true }], median: 15 },
      { label: 'Ethics', points: [] },
    ],
  });
  expect(chart.alternative).toBe(
    'Northbridge is above the median in 1 of 2; it is highest in Data (60) and lowest in Culture (10).',
  );
  expect(textsIn(chart.svg)[0]?.filter((text) => !/^\d+$/.test(text))).toEqual([
    'Northbridge',
    'low to high',
    'other authorities',
    'median',
    'middle half',
    'Score',
    'Data',
    'Culture',
    'Ethics',
    'no score',
  ]);
  expect(chart.svg).not.toContain('Southbridge');
  expect(textsIn(chart.svg)[0]).toEqual(expect.arrayContaining(['60', '10']));
});

test('without a unit of its own, a spread tells medians, and where units lie furthest apart', () => {
  const row = (label: string, values: readonly number[]) => ({
    label,
    points: values.map((value) => ({ label: 'A', value, isOwn: false })),
    median: values[1],
  });
  const rows = [row('Data', [40, 50, 55]), row('Culture', [0.1, 33, 90.3])];
  expect(spreadChart({ title: 'Spread', units: 'authorities', range, rows }).alternative).toBe(
    'Culture is spread most, from 0.1 to 90.3; Data least, from 40 to 55.',
  );
});

test('a change is told with what it is made of', () => {
  const parts = (...amounts: readonly number[]) =>
    amounts.map((amount, at) => ({ name: ['who answered', 'changed answers'][at] ?? '', amount }));
  const chart = changesChart({
    title: 'From 2025 to 2026',
    range,
    rows: [
      { label: 'Data', before: 40.1, after: 50.3, parts: parts(2.2, 8) },
      { label: 'Culture', before: 60, after: 55, parts: parts(-6, 1) },
      { label: 'Ethics', before: undefined, after: 40, parts: [] },
    ],
  });
  expect(chart.alternative).toBe(
    '1 rose, 1 fell, 0 stayed. Data rose most, by 10.2, from 40.1 to 50.3, the largest part of it “changed answers” (+8). Culture fell most, by 5, from 60 to 55, the largest part of it “who answered” (−6). No change is known of 1 row.',
  );
  expect(textsIn(chart.svg)[0]).toEqual(
    expect.arrayContaining(['Before and after', 'What the change is made of', '+10.2', '−5', 'not known']),
  );
});

test('barriers and ratings have their counts', () => {
  const bars = barsChart({
    title: 'Barriers',
    unit: 'answers',
    rows: [
      { label: 'Skills', count: 12 },
      { label: 'Legacy', count: undefined },
    ],
  });
  expect(bars.alternative).toBe('Skills is named most (answers: 12). The count of 1 row is not shown.');
  expect(textsIn(bars.svg)[0]).toEqual(['answers', 'Skills', 'Legacy', '12', 'not shown']);
  const ratings = ratingsChart({
    title: 'Ratings',
    levels: ['No', 'Partly', 'Yes'],
    rows: [
      { label: 'Owner?', counts: [1, 5, 1] },
      { label: 'Budget?', counts: [3, 0, 3] },
      { label: 'Plan?', counts: [] },
    ],
  });
  expect(ratings.alternative).toBe('People are furthest apart on Budget?, from “No” to “Yes”.');
  expect(textsIn(ratings.svg)[0]?.slice(0, 10)).toEqual([
    'No',
    'Partly',
    'Yes',
    'Ratings',
    'Owner?',
    'Budget?',
    'Plan?',
    '7',
    '6',
    'not shown',
  ]);
});

test('of several that are alike, none is said to be alone', () => {
  const rows = [
    { label: 'Skills', count: 5 },
    { label: 'Money', count: 5 },
    { label: 'Time', count: 2 },
  ];
  expect(barsChart({ title: 'B', unit: 'answers', rows }).alternative).toBe(
    'Skills, among others, is named most (answers: 5), then Time (2).',
  );
  const still = [
    { label: 'Data', now: 3, wanted: 3 },
    { label: 'Culture', now: 2, wanted: 1 },
  ];
  expect(dumbbellChart({ title: 'D', range, rows: still }).alternative).toBe(
    'Nothing is wanted above what is now.',
  );
});

test('what a chart says is text, whoever wrote it', () => {
  const label = '<script>alert(1)</script> "&" \u202egnol\u0007';
  const { svg, alternative } = barsChart({ title: label, unit: label, rows: [{ label, count: 3 }] });
  expect(alternative).toContain('<script>');
  expect(svg).not.toMatch(/<script|\p{Bidi_Control}|\p{Cc}/u);
  expect(svg).toContain('&lt;script&gt;');
  expect(svg).toContain('aria-label="&lt;script&gt;');
});

test('a label of 120 characters is cut after two lines, and one from right to left is kept apart', () => {
  const long = 'Whether every dataset of the department has an owner who is named and known'.padEnd(120, '!');
  const [wide] = textsIn(barsChart({ title: 'B', unit: 'n', rows: [{ label: long, count: 3 }] }).svg);
  expect(wide?.slice(1, 3)).toEqual([
    'Whether every dataset of the',
    expect.stringMatching(/^department has.*…$/),
  ]);
  const [hebrew] = textsIn(
    barsChart({ title: 'B', unit: 'n', rows: [{ label: 'נתונים (1)', count: 3 }] }).svg,
  );
  expect(hebrew?.[1]).toBe('\u2068נתונים (1)\u2069');
});

describe.each(Object.entries(samples))('%s', (_, make) => {
  const chart = make();

  test('is a picture with a name, without what a page of its own could not allow', () => {
    const pictures = chart.svg.match(/<svg [^>]*>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) expect(picture).toMatch(/ role="img" aria-label="[^"]+"/);
    expect(chart.svg).not.toMatch(
      / (style|id|class="zr|on\w+|href|xlink:\w+)=|<(style|script|defs|image)|NaN|undefined/,
    );
    expect(chart.svg).not.toMatch(/ (d|x|y|cx|cy|points)="[^"]*\d\.\d\d/);
  });

  test('has no class that the style does not know', () => {
    const classes = [...chart.svg.matchAll(/ class="(\w+)"/g)].map(([, name]) => `.${name} {`);
    for (const name of new Set(classes)) expect(chartStyle).toContain(name);
  });

  test('comes out the same each time', () => {
    expect(make()).toEqual(chart);
  });
});

test('rows that would fill more than half a sheet are drawn in several pictures on one scale', () => {
  const svg = samples['dumbbell of 33']?.().svg ?? '';
  expect(svg.match(/<div class="chart">/g)).toHaveLength(2);
  expect(svg).toContain('(2 of 2)"');
  expect(svg.length).toBeLessThan(40_000);
});

test('any figures at all make a sound picture', () => {
  const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: undefined });
  const row = fc.record({
    label: fc.string({ unit: 'grapheme' }),
    now: value,
    low: value,
    high: value,
    wanted: value,
  });
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 5 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      (rows, min, width) => {
        const { svg } = dumbbellChart({ title: 'T', range: { min, max: min + width }, rows });
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        expect(svg.match(/<svg /g) ?? []).toHaveLength(rows.length > 0 ? 2 : 0);
      },
    ),
    { numRuns: 30 },
  );
});
