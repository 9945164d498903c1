import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { both, figures, long, numberOf, type Row, titles } from './compared.js';
import { csv, definition } from './fixture.js';
import { figureOf } from './page.js';

const current = ({ wave, node = '' }: Row) => wave === '2026' && node in titles;
const northbridge = ({ organisation }: Row) => organisation === 'Northbridge';

describe('every figure is the one of compare for the same options', () => {
  test('where units stand', async () => {
    const { page, rows } = await both('', long);
    for (const node of Object.keys(titles)) {
      expect(figures(page.rows('standings'), (row) => row.organisation ?? '', [node])).toEqual(
        figures(
          rows.filter((row) => current(row) && row.node === node),
          (row) => row.organisation ?? '',
          ['score'],
          numberOf,
        ),
      );
    }
  });

  test('ranks, where they are asked for', async () => {
    const { page, rows } = await both('--rank', long);
    expect(page.rows('standings').map(({ overall__rank }) => figureOf(overall__rank))).toEqual([2, 3, 1]);
    const keys = ['rank', 'rank_best', 'rank_worst'];
    expect(figures(page.rows('places'), (row) => row.organisation ?? '', keys)).toEqual(
      figures(
        rows.filter((row) => current(row) && row.node === 'overall'),
        (row) => row.organisation ?? '',
        keys,
        numberOf,
      ),
    );
    expect((await both('', long)).page.has('places')).toBe(false);
  });

  test('where a unit stands, and its peers', async () => {
    const { page, rows } = await both('--unit organisation=Westholm --peers type', long);
    const keys = [
      'score',
      'low',
      'high',
      'coverage',
      'peers',
      'peer_q1',
      'peer_median',
      'peer_q3',
      'to_median',
    ];
    expect(figures(page.rows('standing'), (row) => row.node ?? '', keys)).toEqual(
      figures(
        rows.filter((row) => current(row) && row.organisation === 'Westholm'),
        ({ node = '' }) => titles[node] ?? '',
        keys,
        numberOf,
      ),
    );
  });

  test('where dimensions and themes meet', async () => {
    const { page, rows } = await both('--unit organisation=Northbridge', long);
    const scoreOf = (node: string) =>
      numberOf(rows.find((row) => row.wave === '2026' && northbridge(row) && row.node === node)?.score);
    const matrix = Object.fromEntries(page.rows('matrix').map((row) => [row.dimension, row]));
    for (const [node, title] of Object.entries(titles).slice(0, 3)) {
      expect(figureOf(matrix[title]?.people)).toBe(scoreOf(`${node}__people`));
      expect(figureOf(matrix[title]?.tools)).toBe(scoreOf(`${node}__tools`));
      expect(figureOf(matrix[title]?.whole)).toBe(scoreOf(node));
    }
    const last = page.rows('matrix').at(-1);
    expect([last?.people, last?.tools, last?.whole].map(figureOf)).toEqual(
      ['people', 'tools', 'overall'].map(scoreOf),
    );
  });

  test('where a unit wants to stand', async () => {
    const { page, rows } = await both('--unit organisation=Northbridge', long);
    expect(figures(page.rows('ambition'), (row) => row.node ?? '', ['score', 'target'])).toEqual(
      figures(
        rows.filter((row) => current(row) && northbridge(row)),
        ({ node = '' }) => titles[node] ?? '',
        ['score', 'target'],
        numberOf,
      ),
    );
  });

  test('how far apart peers are, as the table of where a unit stands has it', async () => {
    const { page, rows } = await both('--unit organisation=Westholm --peers type', long);
    const own = rows.filter((row) => current(row) && row.organisation === 'Westholm');
    const spread = figures(page.rows('spread'), (row) => row.node ?? '', ['scored', 'q1', 'median', 'q3']);
    expect(spread).toEqual(
      figures(
        own,
        ({ node = '' }) => titles[node] ?? '',
        ['peers', 'peer_q1', 'peer_median', 'peer_q3'],
        numberOf,
      ),
    );
    const [most] = own
      .filter(({ node }) => node !== 'overall')
      .toSorted((one, other) => Number(other.to_median) - Number(one.to_median));
    expect(page.finding('spread')).toBe(
      `Beside the median of its peers Westholm stands furthest above in ${titles[most?.node ?? '']} (+${Number(most?.to_median).toFixed(2)})`,
    );
  });

  const parts = [
    'from_score',
    'to_score',
    'change',
    'matched_change',
    'who_answered',
    'answers_changed',
    'newly_or_no_longer_answered',
    'definition_or_rubric',
  ];

  test('what changed of all units', async () => {
    const { page, rows } = await both('', '--tables waves');
    expect(figures(page.rows('changes'), (row) => row.label ?? '', parts)).toEqual(
      figures(
        rows.filter(({ node }) => node === 'overall'),
        (row) => row.organisation ?? '',
        parts,
        numberOf,
      ),
    );
  });

  test('the median of what changed is that of changes before they are rounded', async () => {
    const rubric = '{ round: { digits: 0 } }';
    const answered = csv([
      'a1,2025,A,x,inner,1,1,1,1,,,,,,',
      'b1,2025,B,x,inner,2,2,1,1,,,,,,',
      'a1,2026,A,x,inner,1,2,1,1,,,,,,',
      'b1,2026,B,x,inner,2,2,1,1,,,,,,',
    ]);
    const files = { 'q.yaml': definition({ rubric }), 'a.csv': answered };
    const { page, rows } = await both('', '--tables waves', files);
    // From 1 to 1.5, which prints as 2, and from 2 to 2: 0.25 at the median.
    expect(rows.filter(({ node }) => node === 'data').map(({ change }) => change)).toEqual(['1', '0']);
    expect(page.rows('changes-by-dimension')[0]).toMatchObject({ rose: '1', stayed: '1', median: '0' });
    expect(page.rows('changes-why')[0]).toMatchObject({ answers_changed: '0', units: '2' });
  });

  test('what changed of one', async () => {
    const { page, rows } = await both('--unit organisation=Northbridge', '--tables waves');
    expect(figures(page.rows('changes'), (row) => row.label ?? '', parts)).toEqual(
      figures(
        rows.filter((row) => northbridge(row) && (row.node ?? '') in titles),
        ({ node = '' }) => titles[node] ?? '',
        parts,
        numberOf,
      ),
    );
  });

  test('whatever was answered, in departments too', { timeout: 120_000 }, async () => {
    const level = fc.constantFrom('', '1', '2', '3', '4', 'DK', 'N/A');
    const answered = fc.array(
      fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom('X', 'Y'), level, level, level, level),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    await fc.assert(
      fc.asyncProperty(answered, async (all) => {
        const lines = all.map(
          ([organisation, department, ...levels], at) =>
            `r${at},2026,${organisation},${department},inner,${levels.join(',')},,,,,,`,
        );
        const { page, rows } = await both('--by organisation,department', long, {
          'a.csv': csv(lines),
        });
        const name = ({ organisation = '', department = '' }: Row) => `${organisation} ${department}`;
        for (const node of Object.keys(titles)) {
          expect(figures(page.rows('standings'), name, [node])).toEqual(
            figures(
              rows.filter((row) => row.node === node),
              name,
              ['score'],
              numberOf,
            ),
          );
        }
      }),
      { numRuns: 5 },
    );
  });
});
