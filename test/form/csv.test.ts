import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { allAnswers, everyKind, response } from './fixture.js';

const files = { 'q.yaml': everyKind, 'a.jsonl': response('r-1', allAnswers) };

test('the table has a column for everything, and an example that says that it is one', async () => {
  const { file } = await milepost('form q.yaml -o form.csv', { files });
  const [header = '', example = ''] = file('form.csv').split('\n');
  const names = header.split(',');
  expect(names.slice(0, 13)).toEqual([
    'response_id',
    'wave',
    'mode',
    'completed',
    'questionnaire_version',
    'participants',
    'organisation',
    'department',
    'type',
    'staff',
    'email',
    'owner',
    'owner__note',
  ]);
  expect(names.filter((name) => name.startsWith('owner__'))).toEqual(
    ['note', 'target', 'evidence', 'barriers', 'confidence', 'best_practice', 'share', 'contact'].map(
      (name) => `owner__${name}`,
    ),
  );
  expect(example).toMatch(/^example,.*This row is an example\. It is left out on import\./);
  expect(file('form.csv').split('\n')).toHaveLength(3);
});

test('the example is read without a finding but for the personal field, which is not kept', async () => {
  const { bytes } = await milepost('form q.yaml -o form.csv', { files });
  const { exit, out } = await milepost('validate q.yaml form.csv --format compact', {
    files: { ...files, 'form.csv': bytes('form.csv') },
  });
  expect({ exit, out }).toMatchObject({ exit: 0 });
  expect(out).not.toContain('error');
});

test('a filled table has no example', async () => {
  const { bytes, file } = await milepost('form q.yaml --from a.jsonl -o form.csv', { files });
  expect(file('form.csv')).not.toContain('example');
  const { exit } = await milepost('validate q.yaml form.csv', {
    files: { ...files, 'form.csv': bytes('form.csv') },
  });
  expect(exit).toBe(0);
});
