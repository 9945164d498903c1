import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { levels } from '../support/questionnaire.js';

let cwd = '';
const files = { 'q.yaml': levels(2), 'a.csv': 'response_id,q1,q2\nr1,1,2\n' };

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'milepost-output-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const parts = () => readdirSync(cwd).filter((name) => name.endsWith('.part'));

describe('-o writes a file whole or not at all', () => {
  test.each(['csv', 'json', 'md', 'html'])('in the format of its ending: %s', async (ending) => {
    const { exit, out } = await milepost(`score q.yaml a.csv -o scores.${ending}`, { cwd, files });
    expect({ exit, out, parts: parts() }).toEqual({ exit: 0, out: '', parts: [] });
    expect(readFileSync(join(cwd, `scores.${ending}`), 'utf8')).toContain('r1');
  });

  test('over what was there', async () => {
    writeFileSync(join(cwd, 'scores.csv'), 'of last year\n'.repeat(1000));
    await milepost('score q.yaml a.csv -o scores.csv', { cwd, files });
    expect(readFileSync(join(cwd, 'scores.csv'), 'utf8')).toBe(
      'response_id,responses,d,overall\nr1,1,1.5,1.5\n',
    );
  });

  test('an ending that names no format', async () => {
    const { exit, err } = await milepost('score q.yaml a.csv -o scores.ods2', { cwd, files });
    expect(exit).toBe(2);
    expect(err).toContain('the ending of scores.ods2 names no format');
    expect(existsSync(join(cwd, 'scores.ods2'))).toBe(false);
  });

  test.each([
    [
      'a folder that is not there',
      'reports/scores.csv',
      'reports/scores.csv cannot be written: its folder does not exist',
    ],
    [
      'a folder that is a file',
      'a.csv/scores.csv',
      'a.csv/scores.csv cannot be written: its folder is a file',
    ],
    ['a name that is a folder', 'folder.csv', 'folder.csv cannot be written: it is a directory'],
    ['a name too long', `${'n'.repeat(300)}.csv`, 'cannot be written: its name is too long'],
  ])('%s', async (_, name, message) => {
    mkdirSync(join(cwd, 'folder.csv'));
    for (const command of ['score', 'compare --by response']) {
      const { exit, err } = await milepost(`${command} q.yaml a.csv -o ${name}`, { cwd, files });
      expect(exit).toBe(2);
      expect(err).toContain(message);
      expect(parts()).toEqual([]);
    }
  });

  test('answers that cannot be read to their end leave no half of a table', async () => {
    const late = `response_id,q1,q2\n${'r,1,2\n'.repeat(3)}`;
    const { exit } = await milepost('score q.yaml a.csv missing.csv -o scores.csv', {
      cwd,
      files: { ...files, 'a.csv': late },
    });
    expect(exit).toBe(2);
    expect(readdirSync(cwd).sort()).toEqual(['a.csv', 'q.yaml']);
  });
});
