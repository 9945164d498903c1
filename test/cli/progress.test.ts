import { describe, expect, test } from 'vitest';
import { progressLine } from '../../src/cli/returns/progress.js';
import { milepost, type Setting } from '../support/milepost.js';
import { questionnaire } from '../support/questionnaire.js';

test.each([
  [{ rows: 0, share: undefined, elapsed: 1000 }, '0 rows'],
  [{ rows: 1, share: 0, elapsed: 1000 }, '1 row'],
  [{ rows: 12_000, share: 0.4, elapsed: 6000 }, '12,000 rows, 40%, 9 s left'],
  [{ rows: 9, share: 0.1, elapsed: 10_000 }, '9 rows, 10%, 1 min 30 s left'],
  [{ rows: 9, share: 1, elapsed: 10_000 }, '9 rows, 100%, 0 s left'],
])('%o is told as %s', (progress, text) => {
  expect(progressLine(progress)).toBe(text);
});

describe('while returned files are read', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `r-${i},yes,a remark\n`);
  const files = {
    'q.yaml': questionnaire(
      'dimensions: [{ id: d, title: D, questions: [{ id: q1, text: Is it so?, type: yes_no }] }]',
    ),
    'a.csv': `response_id,q1,q1__note\n${rows.join('')}`,
  };
  /** A clock that shows so many milliseconds more each time. */
  const clock = (step: number) => {
    let time = 0;
    return () => (time += step);
  };
  const told = async (command: string, setting: Setting) => {
    const { err } = await milepost(command, { files, terminal: true, now: clock(400), ...setting });
    return err
      .split('\r\u001b[K')
      .slice(0, -1)
      .filter((text) => text !== '');
  };

  test('rows, their share and the time left stand on one line of the terminal after a second', async () => {
    for (const command of [
      'import q.yaml a.csv -o r.jsonl',
      'validate q.yaml a.csv',
      'score q.yaml a.csv -o scores.csv',
    ]) {
      const lines = await told(command, {});
      expect(lines.length).toBeGreaterThan(2);
      for (const line of lines) expect(line).toMatch(/^[\d,]+ rows, \d+%, \d+ s left$/);
    }
  });

  test.each<[string, string, Setting]>([
    ['within a second', 'import q.yaml a.csv -o r.jsonl', { now: clock(1) }],
    ['on no terminal', 'import q.yaml a.csv -o r.jsonl', { terminal: false }],
    ['under NO_COLOR', 'import q.yaml a.csv -o r.jsonl', { env: { NO_COLOR: '1' } }],
    ['under TERM=dumb', 'import q.yaml a.csv -o r.jsonl', { env: { TERM: 'dumb' } }],
    ['with --no-color', '--no-color import q.yaml a.csv -o r.jsonl', {}],
    ['where responses are written to the same terminal', 'import q.yaml a.csv', {}],
  ])('nothing is told %s', async (_, command, setting) => {
    expect(await told(command, setting)).toEqual([]);
  });
});
