import { expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { check, fragment, standing, using } from './fixture.js';

const bad = `${standing()}x: 1\n`;

test('standard input is checked', async () => {
  expect(await check('-', { stdin: bad })).toMatchObject({
    exit: 1,
    lines: ['<stdin>:15:1: error unknown-key: unknown key `x`'],
  });
  expect(await check('-', { stdin: '' })).toMatchObject({
    exit: 1,
    lines: ['<stdin>: error file-empty: the file is empty'],
  });
});

test('under the name of a file: what it includes stands beside that, and the config knows it by it', async () => {
  const files = {
    'questionnaires/common/four.yaml': fragment,
    'milepost.config.yaml':
      'milepost: 1\nkind: config\noverrides: [{ files: questionnaires/new.yaml, rules: { missing-recommended: error } }]\n',
  };
  const stdin = using('common/four.yaml').replace('licence: CC0-1.0\n', '');
  const { lines } = await check('- --stdin-filename questionnaires/new.yaml', { files, stdin });
  expect(lines).toEqual([
    'questionnaires/new.yaml:1:1: error missing-recommended: there is no `licence`; others should know whether they may use it',
  ]);
});

test('in place of what is on disk, for itself and for what includes it', async () => {
  const files = { 'a.yaml': using('four.yaml'), 'four.yaml': fragment };
  const stdin = fragment.replace('label: Two', 'lable: Two');
  const { lines } = await check('a.yaml four.yaml - --stdin-filename ./four.yaml', { files, stdin });
  expect(lines).toEqual([
    './four.yaml:4:58: error unknown-key: unknown key `lable`; did you mean `label`? (included by a.yaml)',
  ]);
});

test.each([['check q.yaml --stdin-filename q.yaml'], ['check - --stdin-filename ']])(
  '%s: cannot be followed',
  async (command) => {
    const { exit, out, err } = await milepost(command.split(' '), {
      files: { 'q.yaml': standing() },
      stdin: standing(),
    });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('milepost: --stdin-filename ');
  },
);
