import { describe, expect, test } from 'vitest';
import { rowsOf } from '../support/milepost.js';
import { answers, compare, report } from './fixture.js';
import { pageOf } from './page.js';

/** Eastmere and Westholm are of one person each, and Northbridge of three. */
const small = '--min-group 2';

async function page(options: string) {
  const ran = await report(`-o r.html ${options}`);
  expect(ran.exit).toBe(0);
  return { ...pageOf(ran.file('r.html')), html: ran.file('r.html'), err: ran.err };
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
    expect([exit, err]).toEqual([2, expect.stringContaining('cannot be used with')]);
  });
});
