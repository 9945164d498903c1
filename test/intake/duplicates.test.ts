import { afterEach, describe, expect, test } from 'vitest';
import type { DuplicatePolicy } from '../../src/intake/after/duplicates.js';
import { take } from './fixture.js';

const header = 'response_id,completed,organisation,department,q1,q2,q2__note,q3\n';
const twice = {
  'first.csv': `${header}r1,2026-11-02,N,H,3,,,\nr2,,N,H,1,,,\n`,
  'late.csv': `${header}r1,2026-11-01,N,H,2,High,late,a\n`,
};
const settle = (duplicates: DuplicatePolicy, files = twice) => take(files, { options: { duplicates } });

describe('a response whose key came before', () => {
  test('is refused with both places, unless something else is asked for', async () => {
    const { accepted, rejected, texts } = await settle('refuse');
    expect(accepted).toEqual(['r1', 'r2']);
    expect(rejected).toEqual(['2 duplicate-response']);
    expect(texts).toEqual(['the response "r1" is there already: line 2 of first.csv; this one is refused']);
  });
  test.each([
    ['first', 3],
    ['last', 2],
    ['latest', 3],
  ] as const)('%s: one of them counts', async (policy, q1) => {
    const { responses, rejected } = await settle(policy);
    expect(responses.map(({ id, answers }) => [id, answers.q1?.value])).toEqual([
      ['r1', q1],
      ['r2', 1],
    ]);
    expect(rejected).toEqual([]);
  });
  test('latest without a time for each is told, and the last counts', async () => {
    const files = { 'a.csv': `${header}r1,,N,H,3,,,\nr1,2026-11-01,N,H,2,,,\n` };
    const { responses, texts } = await settle('latest', {
      ...twice,
      ...files,
      'first.csv': header,
      'late.csv': header,
    });
    expect(responses[0]?.answers.q1).toEqual({ value: 2 });
    expect(texts.at(-1)).toBe(
      'response `r1` is there more than once, here without a time: which is the latest cannot be told, so the last that was read counts',
    );
  });
  describe('wherever the machine stands', () => {
    const zone = process.env.TZ;
    afterEach(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });
    test.each(['UTC', 'America/New_York'])('in %s, a time without an offset is in UTC', async (machine) => {
      process.env.TZ = machine;
      const { responses } = await settle('latest', {
        'first.csv': `${header}r1,2026-11-01T12:00Z,N,H,3,,,\n`,
        'late.csv': `${header}r1,2026-11-01T11:00,N,H,2,,,\n`,
      });
      expect(responses[0]?.answers.q1).toEqual({ value: 3 });
    });
  });
  test('merge fills blanks only, and tells of what is said otherwise', async () => {
    const { responses, texts } = await settle('merge');
    expect(responses[0]?.answers).toEqual({
      q1: { value: 3 },
      q2: { value: 3, note: 'late' },
      q3: { value: ['a'] },
    });
    expect(texts).toEqual([
      'response `r1` says "2" to `q1` here, and "3" where it came first: the first stays',
    ]);
  });
});
