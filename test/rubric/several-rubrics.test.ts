import { describe, expect, test } from 'vitest';
import { milepost, rowsOf } from '../support/milepost.js';
import { numbers } from './support.js';

const rubric = (id: string, body: string) => `milepost: 1
kind: rubric
id: ${id}
version: 1.0.0
title: The ${id} one
bands: [{ id: low, label: Low, from: 0 }, { id: high, label: High, from: 50 }]
${body}`;

const files = {
  'q.yaml': numbers(
    { a: ['a1'], b: ['b1'] },
    '{}',
    100,
    'profile: [{ id: organisation, title: Organisation, unit: true, required: true }]\n',
  ),
  'kind-mean.yaml': rubric('kind-mean', 'method: mean\n'),
  'weakest.yaml': rubric('weakest', 'method: min\nround: { digits: 0 }\n'),
  'answers.csv': 'response_id,organisation,a1,b1\nr,x,40.4,80\ns,y,55,60.6\n',
};
const both = '--rubric kind-mean.yaml --rubric weakest.yaml';

test('`score` gives each rubric its group of columns', async () => {
  const { out } = await milepost(`score q.yaml answers.csv ${both} --format csv`, { files });
  expect(
    out,
  ).toBe(`response_id,organisation,responses,a__kind_mean,b__kind_mean,overall__kind_mean,a__weakest,b__weakest,overall__weakest
r,x,1,40.4,80,60.2,40,80,40
s,y,1,55,60.6,57.8,55,61,55
`);
});

test('and in the long table a column', async () => {
  const { out } = await milepost(`score q.yaml answers.csv ${both} --format csv --layout long`, { files });
  const overall = rowsOf(out).filter((row) => row.node === 'overall' && row.response_id === 'r');
  expect(overall.map((row) => [row.rubric, row.score, row.band])).toEqual([
    ['kind-mean', '60.2', 'high'],
    ['weakest', '40', 'low'],
  ]);
});

describe('`compare`', () => {
  test('has groups of columns, and says which units change band', async () => {
    const { out, err } = await milepost(`compare q.yaml answers.csv ${both} --format csv`, { files });
    expect(out.split('\n')[0]).toBe(
      'organisation,responses,a__kind_mean,b__kind_mean,overall__kind_mean,a__weakest,b__weakest,overall__weakest',
    );
    expect(err).toContain(
      'Changes of band, The kind-mean one → The weakest one:\n  x, Overall: High → Low\n',
    );
    expect(err).not.toContain('  y');
  });
  test('under --rank says also who takes another place', async () => {
    const { err } = await milepost(`compare q.yaml answers.csv ${both} --format csv --rank`, { files });
    expect(err).toContain('  x, Overall: High → Low, rank 1 → 2\n  y, Overall: rank 2 → 1\n');
  });
  test('says so where nothing changes', async () => {
    const { err } = await milepost(
      'compare q.yaml answers.csv --rubric kind-mean.yaml --rubric alike.yaml --format csv',
      { files: { ...files, 'alike.yaml': rubric('alike', '') } },
    );
    expect(err).toContain('No unit changes band: The kind-mean one → The alike one.');
  });
  test('holds no bands against each other that have nothing in common', async () => {
    const { err } = await milepost(
      'compare q.yaml answers.csv --rubric kind-mean.yaml --rubric other.yaml --format csv',
      {
        files: {
          ...files,
          'other.yaml': rubric('other', '').replace('id: low', 'id: bottom').replace('id: high', 'id: top'),
        },
      },
    );
    expect(err).toContain('No band that is shown is in both: The kind-mean one → The other one.');
  });
});

test('one rubric chosen by hand takes the place of the questionnaire’s own, without a suffix', async () => {
  const { out } = await milepost('score q.yaml answers.csv --rubric weakest.yaml --format csv', { files });
  expect(out.split('\n')[0]).toBe('response_id,organisation,responses,a,b,overall');
});

test('a rubric for another questionnaire is refused, at its `for`', async () => {
  const { exit, err } = await milepost('score q.yaml answers.csv --rubric other.yaml --format csv', {
    files: { ...files, 'other.yaml': rubric('other', 'for: elsewhere\n') },
  });
  expect(exit).toBe(2);
  expect(err).toContain('other.yaml:7:6  error  rubric-not-for-this');
});

test('a rubric that names what the questionnaire has not is refused, at its place', async () => {
  const { exit, err, out } = await milepost('score q.yaml answers.csv --rubric other.yaml --format csv', {
    files: { ...files, 'other.yaml': rubric('other', 'dimensions:\n  c: { method: min }\n') },
  });
  expect(exit).toBe(2);
  expect(out).toBe('');
  expect(err).toContain('other.yaml:8:3  error  rubric-unknown-dimension');
});

test('a rubric file named in the questionnaire is read from where the questionnaire stands', async () => {
  const { out } = await milepost('score in/q.yaml answers.csv --format csv', {
    files: {
      'in/q.yaml': files['q.yaml'].replace('rubric: {}', 'rubric: ../weakest.yaml'),
      'weakest.yaml': files['weakest.yaml'],
      'answers.csv': files['answers.csv'],
    },
  });
  expect(rowsOf(out).map((row) => row.overall)).toEqual(['40', '55']);
});
