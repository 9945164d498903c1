import { describe, expect, test } from 'vitest';
import { rowsOf } from '../support/milepost.js';
import { numberOf, type Row, titles } from './compared.js';
import { compare, csv, report } from './fixture.js';
import { figureOf, pageOf } from './page.js';

const said = (levels: readonly number[], [id, unit]: readonly [string, string], more: string) =>
  levels.map((level, at) => `${id}${at},2026,${unit},${level},2,${level},3,4,${more}`);

/** Northbridge: eight in Housing, and four in Planning, whom Housing and the whole would tell. Eastmere: six in Housing. */
const files = {
  'a.csv': csv([
    ...said(
      [1, 2, 3, 4, 4, 4, 3, 3],
      ['h', 'Northbridge,Housing,inner'],
      'skills,A register.,yes,Head of Homes,Said in Homes.',
    ),
    ...said(
      [2, 2, 3, 3],
      ['p', 'Northbridge,Planning,inner'],
      'money,A plan.,yes,Head of Plans,Said in Plans.',
    ),
    ...said([1, 3, 2, 2, 4, 4], ['e', 'Eastmere,Housing,outer'], 'skills,,,,Said in Eastmere.'),
  ]),
};
const nested = '--by organisation,department --min-group 5';
/** As many tables as a report is made of, so that the same is withheld. */
const alike =
  '--layout long --columns cells --tables scores,waves,talk,ambition,exchange,barriers -o {table}.csv';

const nameOf = ({ organisation = '', department = '' }: Row) =>
  [organisation, department].filter((name) => name !== '').join(' › ');

/** What `compare` tells in a table. */
async function told(table: string): Promise<readonly Row[]> {
  const { exit, err, file } = await compare(`${nested} ${alike}`, files);
  expect(exit, err).toBe(0);
  return rowsOf(file(`${table}.csv`));
}

/** A unit's scores by node. */
function scoresOf(rows: readonly Row[], unit: string): Readonly<Record<string, number | undefined>> {
  const own = rows.filter((row) => nameOf(row) === unit);
  return Object.fromEntries(
    Object.keys(titles).map((node) => [node, numberOf(own.find((row) => row.node === node)?.score)]),
  );
}

describe('levels one within the other', () => {
  test('have on the page of all units what compare tells of them', async () => {
    const rows = await told('scores');
    const ran = await report(`${nested} -o r.html`, files);
    const { rows: shown } = pageOf(ran.file('r.html'));
    const units = ['Northbridge', 'Northbridge › Housing', 'Northbridge › Planning', 'Eastmere'];
    for (const unit of units) {
      const own = shown('standings').find((row) => nameOf(row) === unit) ?? {};
      const figures = Object.keys(titles).map((node) => [node, figureOf(own[node])]);
      expect([unit, Object.fromEntries(figures)]).toEqual([unit, scoresOf(rows, unit)]);
    }
    // Planning is few, and Housing and the whole would tell it.
    const isTold = ['Northbridge', 'Northbridge › Housing'].map(
      (unit) => scoresOf(rows, unit).data !== undefined,
    );
    expect(isTold).toContain(false);
    expect(scoresOf(rows, 'Northbridge › Planning')).toEqual({});
    expect(scoresOf(rows, 'Eastmere › Housing').data).toBeDefined();
  });

  test('have on the page of each unit what compare tells of it, and nothing of what few wrote', async () => {
    const rows = await told('scores');
    const ran = await report(
      ['--each', 'department', '-o', '{unit}.html', '--with-notes', ...nested.split(' ')],
      files,
    );
    expect(ran.err).toContain('3 pages written.');
    for (const [file, unit] of [
      ['Northbridge-Housing', 'Northbridge › Housing'],
      ['Northbridge-Planning', 'Northbridge › Planning'],
      ['Eastmere-Housing', 'Eastmere › Housing'],
    ] as const) {
      const { rows: shown, text } = pageOf(ran.file(`${file}.html`));
      const scores = shown('standing').map(({ node, score }) => [node, figureOf(score)]);
      const own = scoresOf(rows, unit);
      expect([unit, scores]).toEqual([
        unit,
        Object.entries(titles).map(([node, title]) => [title, own[node]]),
      ]);
      for (const word of ['Said in Plans.', 'A plan.', 'Head of Plans']) expect(text).not.toContain(word);
      expect(text.includes('Said in Homes.')).toBe(unit === 'Northbridge › Housing');
    }
  });

  test('tell no barriers of few, and of all that are told as many as compare does', async () => {
    const rows = (await told('barriers')).filter(({ department }) => department === '');
    const ran = await report(`${nested} -o r.html`, files);
    const { rows: shown, finding } = pageOf(ran.file('r.html'));
    for (const { barrier, responses } of shown('barriers')) {
      const own = rows.filter(({ label, node }) => label === barrier && node === 'overall');
      const sum = own.reduce((all, { named }) => all + (numberOf(named) ?? 0), 0);
      expect([barrier, figureOf(responses)]).toEqual([barrier, sum]);
    }
    expect(finding('barriers')).toContain('Skills, in 14 responses');
    const planning = await report(`${nested} --unit department=Planning -o r.html`, files);
    expect(pageOf(planning.file('r.html')).has('barriers')).toBe(false);
  });
});

describe('the page of each unit', () => {
  test.each(['--min-group 5', '--publish', ''])(
    'is the one that is asked for by its name: %s',
    async (options) => {
      const by = ['--by', 'organisation,department', ...options.split(' ').filter((each) => each !== '')];
      const ran = await report(['--each', 'department', ...by, '-o', '{unit}.html'], files);
      expect(ran.exit).toBe(0);
      for (const [organisation, department] of [
        ['Northbridge', 'Planning'],
        ['Eastmere', 'Housing'],
      ]) {
        const unit = ['--unit', `organisation=${organisation}`, '--unit', `department=${department}`];
        const own = await report([...unit, ...by, '-o', 'r.html'], files);
        expect(tablesIn(ran.file(`${organisation}-${department}.html`))).toEqual(
          tablesIn(own.file('r.html')),
        );
      }
    },
  );
});

describe('Markdown has the tables of HTML, and withholds the same', () => {
  test.each([
    nested,
    '--publish',
    `${nested} --unit organisation=Northbridge`,
    `${nested} --unit organisation=Northbridge --name-peers`,
    '--min-group 5 --unit department=Planning',
    '--peers type --rank',
  ])('%s', async (options) => {
    const [html, markdown] = [
      await report(`${options} --format html`, files),
      await report(`${options} --format md`, files),
    ];
    expect([html.exit, markdown.exit]).toEqual([0, 0]);
    const tables = tablesIn(html.out);
    expect(tables.length).toBeGreaterThan(1);
    expect(tablesInMarkdown(markdown.out)).toEqual(tables);
    expect(markdown.err).toBe(html.err);
  });
});

/** The cells of every table of a page, row by row. */
function tablesIn(html: string): readonly (readonly (readonly string[])[])[] {
  const { rows } = pageOf(html);
  return [...html.matchAll(/<table id="table-([^"]+)"/g)].map(([, id = '']) =>
    rows(id).map((row) => Object.values(row)),
  );
}

/** The same of Markdown, without the names of bands that stand behind figures. */
function tablesInMarkdown(text: string): readonly (readonly (readonly string[])[])[] {
  return text
    .split('\n\n')
    .filter((block) => block.startsWith('| '))
    .map((block) =>
      block
        .split('\n')
        .slice(2)
        .map((line) =>
          line
            .slice(2, -2)
            .split(' | ')
            .map((cell) =>
              cell
                .replaceAll('\\', '')
                .replace(/ \((Low|Middle|High)\)$/, '')
                .trim(),
            ),
        ),
    );
}
