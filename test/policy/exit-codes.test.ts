import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { small } from './fixture.js';

const files = {
  'warned.yaml': small(),
  'bad.yaml': small({ question: ', weigth: 2' }),
  'answers.csv': 'response_id,owner\nr1,2\n',
  'refused.csv': 'response_id,owner\nr1,9\n',
};

test.each([
  ['check warned.yaml', 0],
  ['check warned.yaml --fail-on warning', 1],
  ['check warned.yaml --fail-on never', 0],
  ['check bad.yaml', 1],
  ['check bad.yaml --fail-on never', 0],
  ['check', 2],
  ['check missing.yaml', 2],
  ['check bad.yaml missing.yaml', 2],
  ['check nothing-*.yaml', 2],
  ['check bad.yaml --nope', 2],
  ['check bad.yaml --fail-on nope', 2],
  ['check bad.yaml --config missing.yaml', 2],
  ['check bad.yaml --baseline missing.json', 2],
  ['check bad.yaml --update-baseline', 2],
  ['validate warned.yaml answers.csv', 0],
  ['validate warned.yaml refused.csv', 1],
  ['validate bad.yaml answers.csv', 2],
  ['validate missing.yaml answers.csv', 2],
  ['validate warned.yaml missing.csv', 2],
])('milepost %s exits with %i', async (args, exit) => {
  const ran = await milepost(args, { files });
  expect(ran.exit, ran.out + ran.err).toBe(exit);
});

test('a questionnaire that cannot be used is told of in the format asked for', async () => {
  const ran = await milepost('validate bad.yaml answers.csv --format json', { files });
  expect(JSON.parse(ran.out)).toMatchObject([
    { rule: 'missing-recommended' },
    { rule: 'unknown-key', line: 13 },
  ]);
  expect(ran.err).toBe('bad.yaml cannot be used: no response was looked at.\n');
});
