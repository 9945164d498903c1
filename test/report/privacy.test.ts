import { describe, expect, test } from 'vitest';
import { milepost, rowsOf } from '../support/milepost.js';
import { answers, compare, definition, report } from './fixture.js';
import { pageOf } from './page.js';

/** Eastmere and Westholm are of one person each, and Northbridge of three. */
const small = '--min-group 2';

async function page(options: string) {
  const ran = await report(`-o r.html ${options}`);
  expect(ran.exit).toBe(0);
  return { ...pageOf(ran.file('r.html')), html: ran.file('r.html'), err: ran.err };
}

/** What a page says from the heading of one part to that of the next, without its list of contents. */
function partOf(text: string, from: string, to: string): string {
  const story = text.slice(text.lastIndexOf(from));
  return story.slice(0, story.indexOf(to));
}

describe('small groups', () => {
  test('have no figures, and the page says so', async () => {
    const { rows, text, err } = await page(small);
    const overall = Object.fromEntries(rows('standings').map((row) => [row.organisation, row.overall]));
    expect(overall).toEqual({ Northbridge: '2.83', Eastmere: '[c]', Westholm: '[c]' });
    expect(text).toContain('[c] withheld for confidentiality.');
    expect(err).toContain('are withheld for confidentiality');
  });

  test('are withheld in every table as compare does', async () => {
    const { rows } = await page(small);
    const tables = 'scores,waves,talk,ambition,exchange,barriers';
    const long = ['--layout', 'long', '--columns', 'cells', '--tables', tables, '-o', '{table}.csv'];
    const { exit, file } = await compare(['--min-group', '2', ...long]);
    expect(exit).toBe(0);
    const scores = rowsOf(file('scores.csv')).filter(({ wave }) => wave === '2026');
    for (const node of ['data', 'culture', 'service', 'overall']) {
      expect(rows('standings').map((row) => [row.organisation, row[node]])).toEqual(
        scores
          .filter((row) => row.node === node)
          .map(({ organisation, score = '' }) => [
            organisation,
            score === '' ? '[c]' : Number(score).toFixed(2),
          ]),
      );
    }
    const changes = rowsOf(file('waves.csv')).filter(({ node }) => node === 'overall');
    expect(rows('changes').map(({ label, change }) => [label, change])).toEqual(
      changes.map(({ organisation, change = '' }) => [
        organisation,
        change === '' ? '[c]' : `+${Number(change).toFixed(2)}`,
      ]),
    );
  });

  test('are in no finding', async () => {
    const { headings, text } = await page(small);
    // What they alone have, Westholm and Eastmere.
    expect(text).not.toMatch(/\b(4\.00|3\.83|2\.17)\b/);
    expect(headings.map(([, text]) => text)).toContain(
      'Named most, as far as may be told: Skills, in 3 responses',
    );
  });

  test('offer no practice, and the page says that such offers are left out', async () => {
    // Westholm alone offers one, and is one person.
    const alone = await page(small);
    expect(alone.text).toContain(
      'nobody is told to offer a practice that others may learn from: what small units offer is left out',
    );
    const northbridge = answers.replace(
      ',skills,,,,We meet',
      ',skills,A register for each owner.,yes,,We meet',
    );
    const ran = await report(`-o r.html ${small}`, { 'a.csv': northbridge });
    const { rows, text } = pageOf(ran.file('r.html'));
    expect(rows('exchange').map((row) => row.from)).toEqual(['Northbridge']);
    expect(text).toContain('1 offer of small units is left out.');
    expect(text).not.toContain('An owner for each register.');
  });

  test('have neither notes nor next levels on their own page', async () => {
    const { text, has } = await page('--min-group 4 --unit organisation=Northbridge --with-notes');
    expect(text).not.toContain('Fridays');
    expect(has('next-level')).toBe(false);
    expect(text).toContain('nothing that may be shown was written beside answers');
  });
});

describe('what is withheld', () => {
  test('is said at the part that it is missing from, and of all tables together at the end', async () => {
    const { text } = await page(small);
    expect(partOf(text, 'Where they stand', 'How far apart')).toContain(
      '8 cells are withheld for confidentiality: figures about fewer than 2 people.',
    );
    // Of medians over those that are told of, no cell is withheld.
    expect(partOf(text, 'Dimensions and themes', 'Now and wanted')).toContain(
      'Figures about fewer than 2 people are withheld for confidentiality: they are left out, and no cell stands for them.',
    );
    expect(text).toMatch(/In all tables together: \d+ cells are withheld for confidentiality/);
  });

  test('is counted beside those that rose, stayed and fell, and why scores moved is told of the others', async () => {
    const { rows, text } = await page(small);
    const sums = rows('changes-by-dimension').map(({ rose, stayed, fell, withheld, none = 0 }) =>
      [rose, stayed, fell, withheld, none].reduce((sum: number, times) => sum + Number(times), 0),
    );
    expect(sums).toEqual([3, 3, 3]);
    expect(rows('changes-by-dimension')[0]).toMatchObject({ rose: '1', withheld: '2' });
    expect(text).toContain('of so many authorities it may not be told whether they rose or fell');
    expect(rows('changes-why').map(({ answers_changed, units }) => [answers_changed, units])).toEqual([
      ['[c]', '0'],
      ['[c]', '0'],
      ['[c]', '0'],
    ]);
    const [data] = pageOf((await report('-o r.html')).file('r.html')).rows('changes-why');
    expect(data).toMatchObject({ who_answered: '0.00', answers_changed: '+0.50', units: '3' });
  });

  test("is counted by itself on a unit's own page", async () => {
    const { text } = await page(`${small} --unit organisation=Northbridge`);
    expect(partOf(text, 'Where you stand', 'Dimensions and themes')).not.toContain('are withheld');
    const alone = await page(`${small} --unit organisation=Westholm`);
    expect(partOf(alone.text, 'Where you stand', 'Dimensions and themes')).toContain(
      'withheld for confidentiality: ',
    );
    expect(alone.text).toMatch(/Of Westholm, in all tables together: \d+ cells are withheld/);
  });

  test.each(['', '--unit organisation=Westholm', '--unit organisation=Northbridge --publish'])(
    'is as many cells as are marked: %s',
    async (options) => {
      const { html, text, err } = await page(`${small} ${options}`);
      const marked = (table: string) => table.match(/<td[^>]*>\[c\]<\/td>/g)?.length ?? 0;
      const tables = [...html.matchAll(/<table id=".*?<\/table>.*?(?=<figure|<table|<\/section)/gs)].flat();
      expect(tables.map((table) => Number(/(\d+) cells? (is|are) withheld/.exec(table)?.[1] ?? 0))).toEqual(
        tables.map(marked),
      );
      // The mark is explained below each table that it stands in, and nowhere else.
      expect(tables.map((table) => table.includes('<li>[c] withheld'))).toEqual(
        tables.map((table) => marked(table) > 0),
      );
      expect(marked(html)).toBeGreaterThan(0);
      expect(/together: (\d+) cells/.exec(text)?.[1]).toBe(String(marked(html)));
      expect(/^(\d+) cells/m.exec(err)?.[1]).toBe(String(marked(html)));
    },
  );

  test('shows on a terminal how far the search for it has come, and wipes that', async () => {
    const files = { 'q.yaml': definition(), 'a.csv': answers };
    const ran = await milepost('report q.yaml a.csv --min-group 2 -o r.html', { files, terminal: true });
    expect(ran.err).toContain('Keeping groups of fewer than 2 from being recognised: piece 1 of ');
    expect(ran.err).toContain('\r\u001b[K');
    const quiet = await milepost('report q.yaml a.csv --min-group 2 -o r.html', { files });
    expect(quiet.err).not.toContain('Keeping groups');
  });
});

describe('for release', () => {
  test('small groups of five are withheld, words of others are not told, and gaps stand in the shorthand of statistics', async () => {
    const { text, rows } = await page('--publish');
    expect(rows('standings').map(({ overall }) => overall)).toEqual(['[c]', '[c]', '[c]']);
    expect(text).not.toContain('An owner for each register');
    expect(text).not.toContain('Head of Data');
    expect(text).toContain('This page is for release');
  });

  test.each([
    ['--publish', 'Westholm'],
    [small, 'Westholm'],
  ])('each mark is explained in Markdown too: %s', async (options, unit) => {
    const { out } = await report(`${options} --format md`);
    const table = out.slice(out.indexOf(`| ${unit} |`)).split('\n## ')[0];
    expect(table).toContain('\\[c\\]');
    expect(table).toContain('\n\\[c\\] withheld for confidentiality.\n');
  });

  test('nobody is ranked', async () => {
    const { exit, err } = await report('--publish --rank');
    expect([exit, err]).toEqual([2, expect.stringContaining('has no ranks')]);
  });
});
