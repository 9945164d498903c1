import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

const definition = questionnaire(`profile:
  - { id: organisation, title: Authority, required: true, unit: true }
  - { id: department, title: Department, required: true, unit: true }
scales:
  four: { levels: [{ value: 1, label: One }, { value: 2, label: Two }, { value: 3, label: Three }, { value: 4, label: Four }] }
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Who owns it?, scale: four }
      - { id: quality, text: How good is it?, scale: four, weight: 3 }
rubric:
  bands: [{ id: low, label: Low, from: 1 }, { id: high, label: High, from: 3 }]
`);
const answers = `response_id,organisation,department,owner,quality
a,Northbridge,Housing,3,2
b,Northbridge,Housing,DK,4
c,Northbridge,Planning,1,2
`;
const files = { 'q.yaml': definition, 'a.csv': answers };

test('a unit’s figure is told down to its departments', async () => {
  const { out, exit } = await milepost('explain q.yaml a.csv --unit organisation=Northbridge --node data', {
    files,
  });
  expect(exit).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "Data (data) of Northbridge: 2.44, Low
      The weighted mean, Σws / Σw.
      mean over department (2): (3.125 + 1.75) / 2 = 2.4375
      2 of 2 have a score; 3 responses below
      Housing: 3.125; weight 1, 50 % of the result
      Planning: 1.75; weight 1, 50 % of the result
      Coverage 0.9375, the mean of theirs
      Depending on the answers that are missing it could lie between 2.25 and 2.4375
      Rounded to 2 decimals, half up: 2.4375 → 2.44
      Band: Low (from 1)
      The next band up is High (from 3). This single change would reach it:
        c, How good is it? (quality): 4 (Four) instead of 2 (Two), which makes 3.19
    "
  `);
});

test('a response’s figure is told down to its answers, and what would bring it further', async () => {
  const { out } = await milepost('explain q.yaml a.csv --response a --node data', { files });
  expect(out).toMatchInlineSnapshot(`
    "Data (data) of a: 2.25, Low
      The weighted mean, Σws / Σw.
      mean: (1 × 3 + 3 × 2) / (1 + 3) = 2.25
      Who owns it? (owner): 3 (Three), scores 3; weight 1, 25 % of the result
      How good is it? (quality): 2 (Two), scores 2; weight 3, 75 % of the result
      Coverage 1
      Rounded to 2 decimals, half up: 2.25 → 2.25
      Band: Low (from 1)
      The next band up is High (from 3). This single change would reach it:
        How good is it? (quality): 3 (Three) instead of 2 (Two), which makes 3
    "
  `);
});

test('a name that is not there is refused with the nearest one', async () => {
  const unit = await milepost('explain q.yaml a.csv --unit organisation=Northbrige --node data', { files });
  expect([unit.exit, unit.err]).toEqual([
    2,
    'milepost: no response is of organisation Northbrige; did you mean Northbridge?\nUnit names are compared exactly.\n',
  ]);
  const node = await milepost('explain q.yaml a.csv --response a --node dat', { files });
  expect(node.exit).toBe(2);
  expect(node.err).toContain('did you mean data?');
  const field = await milepost('explain q.yaml a.csv --unit organization=Northbridge', { files });
  expect(field.err).toContain('did you mean organisation?');
  const none = await milepost('explain q.yaml a.csv', { files });
  expect([none.exit, none.out]).toEqual([2, '']);
});

test('as JSON it is one object a figure', async () => {
  const { out } = await milepost('explain q.yaml a.csv --response c --node overall --format json', { files });
  expect(JSON.parse(out)).toMatchObject({ subject: 'c' });
});

test('without --node the overall figure is explained, or it is told which there are', async () => {
  const overall = await milepost('explain q.yaml a.csv --response a', { files });
  expect(overall.exit).toBe(0);
  expect(overall.out).toContain('(overall) of a');
  const none = { ...files, 'q.yaml': definition.replace('rubric:', 'rubric:\n  overall: none') };
  const { exit, err } = await milepost('explain q.yaml a.csv --response a', { files: none });
  expect(exit).toBe(2);
  expect(err).toContain(
    'milepost: say which figure to explain with --node: there is none over all\nFigures: data; and any scored question.\n',
  );
});

describe('with a unit register, a unit is whom it knows', () => {
  const registered = {
    ...files,
    'milepost.config.yaml': 'milepost: 1\nkind: config\nquestionnaire: q.yaml\nunits: units.csv\n',
    'units.csv': `id,title,aliases,level,parent
nor,Northbridge,NB,organisation,
nor-hou,Housing,Homes,department,nor
nor-pla,Planning,,department,nor
sou,Southwick,,organisation,
sou-hou,Housing,Homes,department,sou
`,
  };
  test.each([
    ['its id', '--unit organisation=nor', 'Data (data) of Northbridge: 2.44'],
    [
      'an alias, within another',
      '--unit department=Homes --unit organisation=NB',
      'Northbridge › Housing: 3.13',
    ],
    ['the id of an inner unit alone', '--unit department=nor-pla', 'Northbridge › Planning: 1.75'],
    ['an alias that several have for units of one name', '--unit department=homes', 'Housing: 3.13'],
  ])('by %s', async (_, unit, told) => {
    const { out, err, exit } = await milepost(`explain q.yaml a.csv ${unit} --node data`, {
      files: registered,
    });
    expect([exit, err]).toEqual([0, '3 responses scored.\n']);
    expect(out).toContain(told);
  });

  test('and of anybody else it is told where names are looked up', async () => {
    const { err, exit } = await milepost('explain q.yaml a.csv --unit organisation=Norbridge --node data', {
      files: registered,
    });
    expect([exit, err]).toEqual([
      2,
      'milepost: no response is of organisation Norbridge; did you mean Northbridge?\nUnits go by their titles, ids and aliases in units.csv.\n',
    ]);
  });
});

test.each([
  [
    '--unit organisation=Northbridge --unit organisation=Eastmere',
    '--unit organisation=Eastmere: organisation is Northbridge already',
  ],
  ['--unit organisation=', '--unit organisation=: it says no name'],
  ['--response a -o why.csv', 'the ending of why.csv names no format of an explanation'],
])('%s is refused', async (options, why) => {
  const { exit, err } = await milepost(`explain q.yaml a.csv --node data ${options}`, { files });
  expect([exit, err.split('\n')[0]]).toEqual([2, `milepost: ${why}`]);
});

test('of a wave without a response of the unit, those that have one are told', async () => {
  const lines = answers
    .split('\n')
    .map((line, i) => (line === '' ? '' : `${line},${i === 0 ? 'wave' : 2024 + i}`));
  const { exit, err } = await milepost(
    'explain q.yaml a.csv --node data --unit organisation=Northbridge --unit department=Housing --wave 2030',
    { files: { ...files, 'a.csv': lines.join('\n') } },
  );
  expect({ exit, err }).toEqual({
    exit: 2,
    err: 'milepost: there is no response of organisation Northbridge, department Housing among the answers of wave 2030\nThere is one of `2025` and `2026`.\n',
  });
});

test('a response that is of another unit than the one named', async () => {
  const csv = `${answers}d,Westholm,Housing,1,2\n`;
  const { exit, err } = await milepost('explain q.yaml a.csv --response a --unit organisation=Westholm', {
    files: { ...files, 'a.csv': csv },
  });
  expect({ exit, err }).toEqual({
    exit: 2,
    err: 'milepost: there is no response `a` of organisation Westholm among the answers\n',
  });
});
