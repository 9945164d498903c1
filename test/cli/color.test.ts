import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { levels } from '../support/questionnaire.js';

const bands = '{ bands: [{ id: low, label: Low, from: 1 }, { id: high, label: High, from: 3 }] }';
const files = { 'q.yaml': levels(2, bands), 'a.csv': 'response_id,q1,q2\nr1,1,2\nr2,4,4\nr3,5,5\n' };
const sequence = '\u001b[';

/** Whether a run at a terminal writes colours, to stdout or stderr. */
const colored = async (command: string, env: Readonly<Record<string, string>> = {}) => {
  const { out, err } = await milepost(command, { files, env, terminal: true });
  return { out: out.includes(sequence), err: err.includes(sequence) };
};

describe('colours', () => {
  test('on a terminal', async () => {
    expect(await colored('score q.yaml a.csv')).toEqual({ out: true, err: true });
    expect((await colored('validate q.yaml a.csv')).out).toBe(true);
  });

  test('not when nobody looks', async () => {
    const { out, err } = await milepost('score q.yaml a.csv', { files });
    expect(out + err).not.toContain(sequence);
  });

  test.each([
    ['NO_COLOR', { NO_COLOR: '1' }, ''],
    ['TERM=dumb', { TERM: 'dumb' }, ''],
    ['--no-color', {}, ' --no-color'],
  ])('not under %s', async (_, env, flag) => {
    expect(await colored(`score q.yaml a.csv${flag}`, env)).toEqual({ out: false, err: false });
    expect(await colored(`validate q.yaml a.csv${flag}`, env)).toEqual({ out: false, err: false });
  });

  test('an empty NO_COLOR says nothing', async () => {
    expect((await colored('score q.yaml a.csv', { NO_COLOR: '' })).out).toBe(true);
  });

  test('never in a machine format', async () => {
    expect((await colored('score q.yaml a.csv --format csv')).out).toBe(false);
    expect((await colored('validate q.yaml a.csv --format json')).out).toBe(false);
  });

  test('and they are never the only sign: bands are named', async () => {
    const { out } = await milepost('score q.yaml a.csv', { files });
    expect(out).toContain('Low');
    expect(out).toContain('High');
  });
});
