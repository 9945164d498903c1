import { describe, expect, test } from 'vitest';
import { csv, report } from './fixture.js';
import { pageOf } from './page.js';

/**
 * Northbridge of six people in both waves, Eastmere of six in the later one only, Westholm of one. Nobody answered what Service asks,
 * and nobody but in Northbridge says a target.
 */
const answered = csv([
  ...[1, 2, 3, 4, 1, 2].map(
    (level, at) => `n${at},2025,Northbridge,Housing,inner,${level},2,3,,4,skills,,,,`,
  ),
  ...[2, 2, 3, 4, 2, 2].map(
    (level, at) => `n${at},2026,Northbridge,Housing,inner,${level},2,3,,4,skills,,,,`,
  ),
  ...[2, 3, 3, 2, 3, 2].map((level, at) => `e${at},2026,Eastmere,Housing,outer,${level},3,2,,,money,,,,`),
  'w1,2025,Westholm,Housing,outer,3,4,4,,,,,,,',
  'w1,2026,Westholm,Housing,outer,4,4,4,,,,,,,',
  // It offers a practice of what nobody there answered.
  's1,2026,Southmere,Housing,outer,,,,,,,An owner for each.,yes,Head of Data,',
  ...[1, 2, 3].map((at) => `t${at},2026,Southmere,Planning,outer,,,,,,,,,,`),
]);
const files = { 'a.csv': answered };

async function html(options: string): Promise<string> {
  const ran = await report(`-o r.html ${options}`, files);
  expect(ran.exit, ran.err).toBe(0);
  return ran.file('r.html');
}

async function page(options: string) {
  return pageOf(await html(options));
}

const pages = [
  '',
  '--unit organisation=Northbridge',
  '--unit organisation=Eastmere',
  '--unit organisation=Westholm',
];

describe('no figure is left out without a reason', () => {
  test.each(
    pages.flatMap((unit) =>
      ['', '--rank', '--peers type', '--min-group 3', '--publish'].map((more) => `${unit} ${more}`.trim()),
    ),
  )('%s', async (options) => {
    const found = await html(options);
    expect(found).toContain('<table');
    expect(found).not.toMatch(/<td class="figure absent"><\/td>/);
  });
});

describe('the reason is', () => {
  test('that no question is of a dimension and a theme, or that none of a dimension was answered', async () => {
    const { rows, text } = await page('');
    expect(rows('matrix')).toContainEqual({
      dimension: 'Culture',
      people: '3.00',
      tools: 'n/a',
      whole: '3.00',
    });
    expect(rows('matrix')).toContainEqual({ dimension: 'Service', people: 'n/a', tools: '–', whole: '–' });
    expect(text).toContain('n/a does not apply.');
    expect(rows('spread').find(({ node }) => node === 'Service')).toMatchObject({ scored: '0', median: '–' });
  });

  test('of medians over units that one is withheld, and how many cells are is said', async () => {
    const few = csv([
      'n1,,Northbridge,Housing,inner,1,2,3,4,,,,,,',
      'w1,,Westholm,Housing,outer,4,4,4,4,,,,,,',
    ]);
    const ran = await report('-o r.html --min-group 2', { 'a.csv': few });
    const { text } = pageOf(ran.file('r.html'));
    expect(text).toContain('Dimensions and themes: what there is of it is withheld.');
    expect(text).toContain(
      'How far apart: scores are withheld, and no figure has two that could be set side by side.',
    );
    const { text: some } = await page('--min-group 3');
    const matrix = some.slice(some.lastIndexOf('Medians of authorities, by dimension and theme'));
    expect(matrix.slice(0, matrix.indexOf('Now and wanted'))).toContain(
      '2 cells are withheld for confidentiality: figures about fewer than 3 people.',
    );
  });

  test('of a gap that a target is withheld, or that nobody said one, or none was asked for', async () => {
    const gaps = ({ rows }: Awaited<ReturnType<typeof page>>) =>
      Object.fromEntries(rows('ambition').map(({ node, target, gap }) => [node, [target, gap]]));
    expect(gaps(await page('--unit organisation=Northbridge'))).toEqual({
      Data: ['3.00', '+0.75'],
      Culture: ['–', '–'],
      Service: ['n/a', '–'],
      Overall: ['3.00', '+0.37'],
    });
  });

  test('of what lies between a score and its peers that the score is withheld', async () => {
    const { rows } = await page('--unit organisation=Westholm --min-group 3');
    expect(rows('standing')[0]).toMatchObject({ score: '[c]', peer_median: '2.50', to_median: '[c]' });
  });

  test('of a change that one of the waves has no score', async () => {
    const { rows } = await page('');
    expect(rows('changes').find(({ label }) => label === 'Eastmere')).toMatchObject({
      from_score: '–',
      change: '–',
      who_answered: '–',
    });
    expect(rows('changes-by-dimension').at(-1)).toMatchObject({ rose: '0', median: '–' });
  });

  test('of a next level that there is no score, and where the highest is reached that there is none', async () => {
    const { rows } = await page('--unit organisation=Westholm');
    const next = Object.fromEntries(rows('next-level').map(({ node, next, from }) => [node, [next, from]]));
    expect(next).toMatchObject({ Data: ['the highest is reached', 'n/a'], Service: ['–', '–'] });
  });

  test('of a next level that the score is withheld, though enough people answered', async () => {
    // Who knows the whole and Planning knows the two of Housing.
    const two = csv([
      ...[1, 2, 3, 4, 1].map((level, at) => `p${at},2026,Northbridge,Planning,inner,${level},2,3,2,,,,,,`),
      ...[4, 4].map((level, at) => `h${at},2026,Northbridge,Housing,inner,${level},2,3,2,,,,,,`),
    ]);
    const planning = '--unit organisation=Northbridge --unit department=Planning --min-group 3';
    const ran = await report(`-o r.html ${planning}`, { 'a.csv': two });
    const { rows, text } = pageOf(ran.file('r.html'));
    expect(
      rows('next-level').map(({ score, next, from, change }) => [score, next, from, change]),
    ).toContainEqual(['[c]', '[c]', '[c]', '[c]']);
    expect(text).not.toContain('without a score');
  });
});
