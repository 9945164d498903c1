import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from '../../src/compare/ranking/interval.js';
import { clusters, overlapMarks } from '../../src/compare/ranking/overlap.js';
import { rankIntervals } from '../../src/compare/ranking/rank-interval.js';
import { questionnaire } from '../support/questionnaire.js';
import { compare, rows } from './support.js';

/** Two numbers from 0 to 10: an answer left blank leaves the score open. */
const definition = questionnaire(`profile: [{ id: organisation, title: Authority, unit: true }]
dimensions:
  - id: d
    title: Data
    questions:
      - { id: q, text: How much?, type: number, min: 0, max: 10 }
      - { id: r, text: How often?, type: number, min: 0, max: 10 }
`);
const answers = 'organisation,q,r\nA,9,9\nB,8,\nC,5,5\nD,1,1\n';

describe('--rank', () => {
  test('says the best and the worst place that low and high of all allow', async () => {
    // B is at 8 by the one answer it gave, and could be anywhere from 4 to 9.
    const found = await rows('--rank', { definition, answers });
    expect(
      found.map((row) => [row.organisation, row.d__rank, row.d__rank_best, row.d__rank_worst].join(' ')),
    ).toEqual(['A 1 1 1', 'B 2 1 3', 'C 3 2 3', 'D 4 4 4']);
  });

  test('marks units that are not distinguishable by letters that they share', async () => {
    const found = await rows('--rank', { definition, answers });
    expect(found.map((row) => row.d__overlap)).toEqual(['a', 'a–b', 'b', '']);
  });

  test('says in the long table among how many', async () => {
    const found = await rows('--rank --layout long', { definition, answers: `${answers}E,,\n` });
    const overall = found.filter((row) => row.node === 'overall');
    expect(overall.map((row) => [row.rank, row.ranked].join(' '))).toEqual(['1 4', '2 4', '3 4', '4 4', ' ']);
  });

  test('with --strict-ranks ranks none apart that overlap, by themselves or through others', async () => {
    const found = await rows('--rank --strict-ranks', { definition, answers });
    expect(found.map((row) => row.d__rank)).toEqual(['1', '1', '1', '4']);
  });

  test('with --strict-ranks says below the table how many share a place, and what parts them', async () => {
    const { out } = await compare('--rank --strict-ranks --format md', { definition, answers });
    expect(out).toContain('3 of 4 share one place in Data');
    expect(out).toContain('fewer blanks and don’t knows');
    // A alone leaves something open, and overlaps with B.
    const apart = 'organisation,q,r\nA,9,\nB,8,8\nC,2,2\nD,1,1\n';
    expect(
      (await compare('--rank --strict-ranks --format md', { definition, answers: apart })).out,
    ).not.toContain('share one place');
    expect((await compare('--rank --format md', { definition, answers })).out).not.toContain(
      'share one place',
    );
  });

  test('nobody is ranked unless asked', async () => {
    expect((await compare('--format csv', { definition, answers })).out).not.toContain('rank');
    const { exit, err } = await compare('--strict-ranks', { definition, answers });
    expect(exit).toBe(2);
    expect(err).toContain('nobody is ranked without --rank');
  });
});

const interval = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }))
  .map(([low, width]): Interval => ({ low, high: low + width }));
const some = fc.array(interval, { maxLength: 4 });

/** All that the figures could be, on a grid twice as fine as the bounds. */
function* possible([first, ...rest]: readonly Interval[]): Generator<readonly number[]> {
  if (first === undefined) {
    yield [];
    return;
  }
  for (const others of possible(rest)) {
    for (let figure = first.low; figure <= first.high; figure += 0.25) yield [figure, ...others];
  }
}

test.each(['competition', 'dense'] as const)(
  'the interval of %s ranks is what going through all possible figures gives',
  (ties) => {
    fc.assert(
      fc.property(some, (intervals) => {
        const places = intervals.map(() => ({ best: Number.POSITIVE_INFINITY, worst: 0 }));
        for (const figures of possible(intervals)) {
          for (const [at, place] of places.entries()) {
            const above = figures.filter((figure) => figure > (figures[at] ?? 0));
            const rank = 1 + (ties === 'dense' ? new Set(above).size : above.length);
            place.best = Math.min(place.best, rank);
            place.worst = Math.max(place.worst, rank);
          }
        }
        expect(rankIntervals(intervals, { ties })).toEqual(places);
      }),
      { numRuns: 60 },
    );
  },
);

/** `a–c` as the letters a, b, c. */
function lettersOf(mark: string | undefined): readonly string[] {
  const [from, to = from] = (mark ?? '').split('–');
  return 'abcdefghij'
    .split('')
    .filter((letter) => from !== '' && letter >= (from ?? '') && letter <= (to ?? ''));
}

test('two units share a letter exactly where their intervals overlap', () => {
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 9 }), (intervals) => {
      const marks = overlapMarks(intervals).map(lettersOf);
      for (const [i, a] of intervals.entries()) {
        for (const [j, b] of intervals.entries()) {
          if (i === j) continue;
          const share = marks[i]?.some((letter) => marks[j]?.includes(letter));
          expect(share).toBe(a.low <= b.high && b.low <= a.high);
        }
      }
    }),
  );
});

test('those that overlap are in one cluster, and clusters go down', () => {
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 9 }), (intervals) => {
      const found = clusters(intervals);
      for (const [i, a] of intervals.entries()) {
        for (const [j, b] of intervals.entries()) {
          const [mine, other] = [found[i] ?? 0, found[j] ?? 0];
          if (a.low <= b.high && b.low <= a.high) expect(mine).toBe(other);
          if (mine < other) expect(a.low).toBeGreaterThan(b.high);
        }
      }
    }),
  );
});
