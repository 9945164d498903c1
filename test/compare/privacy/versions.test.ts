import { expect, test } from 'vitest';
import { milepost, rowsOf } from '../../support/milepost.js';
import { questionnaire } from '../../support/questionnaire.js';

const asked = (least: number) =>
  questionnaire(`profile:
  - { id: organisation, title: Organisation, required: true, unit: true }
privacy: { min_group: ${least} }
scales:
  three: { levels: [{ value: 1, label: A }, { value: 2, label: B }, { value: 3, label: C }] }
dimensions:
  - { id: data, title: Data, questions: [{ id: q1, text: First?, scale: three, ask: [best_practice] }] }
rubric: { bands: [{ id: low, label: Low, from: 1 }, { id: high, label: High, from: 3 }] }
`);

/** Three of Aldham and four of Bury in either wave; the questionnaire of 2025 keeps groups of less than four. */
const answered = (wave: string, version: string) => [
  ...[1, 2, 3].map((i) => `a${i},${wave},${version},Aldham,2,A register,yes,We meet on Fridays`),
  ...[1, 2, 3, 4].map((i) => `b${i},${wave},${version},Bury,2,A school,yes,We meet on Mondays`),
];
const files = {
  'old.yaml': asked(4).replace('version: 1.0.0', 'version: 0.9.0'),
  'q.yaml': asked(2),
  'map.yaml': 'milepost: 1\nkind: map\nrename: {}\n',
  'milepost.config.yaml': `milepost: 1
kind: config
questionnaire: q.yaml
sources: [{ files: [a.csv] }]
waves: { "2025": { questionnaire: old.yaml, map: map.yaml } }
`,
  'a.csv': `response_id,wave,questionnaire_version,organisation,q1,q1__best_practice,q1__share,q1__note\n${[...answered('2025', '0.9.0'), ...answered('2026', '1.0.0')].join('\n')}\n`,
};

test('who is few by the strictest version of all waves is so in what was written too', async () => {
  const ran = await milepost('compare --tables scores,exchange --layout long --format csv -o {table}.csv', {
    files,
  });
  expect(ran.exit, ran.err).toBe(0);
  const scores = rowsOf(ran.file('scores.csv')).filter(({ node }) => node === 'data');
  expect(scores.map(({ wave, organisation, score }) => [wave, organisation, score])).toEqual([
    ['2025', 'Aldham', ''],
    ['2025', 'Bury', '2'],
    ['2026', 'Aldham', ''],
    ['2026', 'Bury', '2'],
  ]);
  expect(new Set(rowsOf(ran.file('exchange.csv')).map(({ from }) => from))).toEqual(new Set(['Bury']));
});

test('notes and next levels are told by the same rule', async () => {
  const page = async (unit: string) =>
    (await milepost(`report --unit organisation=${unit} --with-notes --format md`, { files })).out;
  const [bury, aldham] = [await page('Bury'), await page('Aldham')];
  expect(bury).toContain('We meet on Mondays');
  expect(aldham).toContain('Aldham');
  expect(aldham).not.toContain('We meet on Fridays');
});
