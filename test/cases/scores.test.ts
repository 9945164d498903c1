import { describe, expect, test } from 'vitest';
import { milepost, rowsOf } from '../support/milepost.js';
import { levels, questionnaire } from '../support/questionnaire.js';

async function long(definition: string, csv: string) {
  const { out, err } = await milepost('score q.yaml a.csv --layout long --format csv', {
    files: { 'q.yaml': definition, 'a.csv': csv },
  });
  const rows = rowsOf(out);
  return {
    err,
    node: (id: string, response?: string) =>
      rows.find((row) => row.node === id && (response === undefined || row.response_id === response)),
  };
}

describe('three questions on a scale from 1 to 4, answered 3, don’t know, 2', () => {
  test('the don’t know is left out, and makes the room between low and high', async () => {
    const { node } = await long(levels(3), 'q1,q2,q3\n3,DK,2\n');
    expect(node('d')).toMatchObject({ score: '2.5', low: '2', high: '3', coverage: '0.6667' });
  });
  test('under `missing.dont_know: lowest` it counts as 1', async () => {
    const { node } = await long(levels(3, '{ missing: { dont_know: lowest } }'), 'q1,q2,q3\n3,DK,2\n');
    expect(node('d')).toMatchObject({ score: '2', coverage: '1' });
  });
});

test('a node below its coverage has no score', async () => {
  const { node } = await long(
    levels(3, '{ coverage: 0.6666666 }'),
    'response_id,q1,q2,q3\na,1,3,1\nb,2,,\nc,3,,1\n',
  );
  expect(node('d', 'a')?.score).toBe('1.67');
  expect(node('d', 'b')).toMatchObject({ score: '', status: 'insufficient' });
  expect(node('d', 'c')?.score).toBe('2');
});

describe('two dimensions, 80 and 60, and 40 and 100 with weight 3', () => {
  const definition = (rubric: string) =>
    questionnaire(`dimensions:
  - id: a
    title: A
    questions:
      - { id: a1, text: A1?, type: number, min: 0, max: 100 }
      - { id: a2, text: A2?, type: number, min: 0, max: 100 }
  - id: b
    title: B
    questions:
      - { id: b1, text: B1?, type: number, min: 0, max: 100 }
      - { id: b2, text: B2?, type: number, min: 0, max: 100, weight: 3 }
rubric: ${rubric}
`);
  const answered = 'a1,a2,b1,b2\n80,60,40,100\n';
  const lastNotApplicable = 'a1,a2,b1,b2\n80,60,40,N/A\n';
  test.each([
    ['{ method: mean }', answered, '77.5'],
    ['{ method: mean, over: questions }', answered, '80'],
    ['{ method: sum, over: questions }', answered, '480'],
    ['{ method: mean }', lastNotApplicable, '55'],
    ['{ method: mean, over: questions }', lastNotApplicable, '60'],
    ['{ method: sum, over: questions }', lastNotApplicable, '180'],
  ])('%s of %j: overall %s', async (rubric, csv, overall) => {
    const { node } = await long(definition(rubric), csv);
    expect(node('overall')?.score).toBe(overall);
  });
  test('the dimensions are 70 and 85', async () => {
    const { node } = await long(definition('{}'), answered);
    expect([node('a')?.score, node('b')?.score]).toEqual(['70', '85']);
  });
});

test('coverage follows the tree: two of two and none of four under equal weights make a half', async () => {
  const four = [1, 2, 3, 4].map((i) => `      - { id: b${i}, text: B${i}?, type: yes_no }`).join('\n');
  const { node } = await long(
    questionnaire(`dimensions:
  - id: a
    title: A
    questions:
      - { id: a1, text: A1?, type: yes_no }
      - { id: a2, text: A2?, type: yes_no }
  - id: b
    title: B
    questions:
${four}
`),
    'a1,a2,b1,b2,b3,b4\nyes,no,,,,\n',
  );
  expect(node('overall')).toMatchObject({ coverage: '0.5', score: '0.5', low: '0.25', high: '0.75' });
});

describe('rounding', () => {
  const one = (digits: number, extra = '') =>
    questionnaire(`dimensions:
  - id: d
    title: D
    questions:
      - { id: x, text: X?, type: number, min: -10, max: 10 }
rubric: { round: { digits: ${digits} }${extra} }
`);
  test.each([
    ['1.005', '1.01'],
    ['2.675', '2.68'],
    ['-1.005', '-1.01'],
  ])('%s at two digits is %s', async (x, rounded) => {
    const { node } = await long(one(2), `x\n${x}\n`);
    expect(node('d')?.score).toBe(rounded);
  });
  test('.575, .649, .449 and .536 average to .55225, printed .552', async () => {
    const items = [1, 2, 3, 4]
      .map((i) => `      - { id: x${i}, text: X?, type: number, min: 0, max: 1 }`)
      .join('\n');
    const { node } = await long(
      questionnaire(`dimensions:
  - id: d
    title: D
    questions:
${items}
rubric: { round: { digits: 3 } }
`),
      'x1,x2,x3,x4\n.575,.649,.449,.536\n'.replaceAll('.', '0.'),
    );
    expect(node('d')?.score).toBe('0.552');
  });
  test('.7496 prints .75 and stays in the band below .75', async () => {
    const bands = ', bands: [{ id: low, label: Low, from: 0 }, { id: high, label: High, from: 0.75 }]';
    const { node } = await long(one(2, bands), 'x\n0.7496\n');
    expect(node('d')).toMatchObject({ score: '0.75', band: 'low' });
  });
});

test('a file with a BOM, CRLF, semicolons, quoted newlines, a trailing line and other columns scores the same', async () => {
  const definition = levels(2);
  const plain = await long(definition, 'response_id,q1,q1__note,q2\na,1,"two\nlines",4\nb,2,,DK\n');
  const odd = await long(
    definition,
    '\ufeff"q2";"response_id";"q1__note";"q1"\r\n"4";a;"two\r\nlines";1\r\nDK;b;;2\r\n\r\n',
  );
  for (const id of ['a', 'b']) expect(odd.node('d', id)).toEqual(plain.node('d', id));
  expect(plain.node('d', 'a')?.score).toBe('2.5');
});
