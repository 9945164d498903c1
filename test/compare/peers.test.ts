import { describe, expect, test } from 'vitest';
import { quantile } from '../../src/compare/peers/quantile.js';
import { compare, numbered, rows } from './support.js';

test('quartiles are of type 7', () => {
  expect([0.25, 0.5, 0.75].map((share) => quantile([1, 2, 3, 4, 10], share))).toEqual([2, 3, 4]);
  expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  expect(quantile([7], 0.75)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

const answers = `organisation,type,q
A,inner,1
B,inner,2
C,inner,3
D,inner,4
E,inner,10
F,inner,
G,outer,7
`;

describe('--peers type', () => {
  test('sets each unit beside those of its kind, itself among them; those without a score are counted, and in no figure', async () => {
    const found = await rows('--peers type', { answers });
    const { d__peers, d__peers_unscored, d__peer_q1, d__peer_median, d__peer_q3 } = found[3] ?? {};
    expect([d__peers, d__peers_unscored, d__peer_q1, d__peer_median, d__peer_q3]).toEqual([
      '5',
      '1',
      '2',
      '3',
      '4',
    ]);
    expect(found.map((row) => [row.organisation, row.d__to_median, row.d__to_best].join(' '))).toEqual([
      'A -2 -9',
      'B -1 -8',
      'C 0 -7',
      'D 1 -6',
      'E 7 0',
      'F  ',
      'G 0 0',
    ]);
  });

  test('says places only under --rank, with ties', async () => {
    expect((await compare('--peers type --format csv', { answers })).out).not.toContain('rank');
    const found = await rows('--peers type --rank', { answers: answers.replace('D,inner,4', 'D,inner,3') });
    expect(found.map((row) => row.d__peer_rank)).toEqual(['5', '4', '2', '2', '1', '', '1']);
  });

  test('with --strict-ranks parts no peers that overlap', async () => {
    // A gave no answer to one of its two questions: it could be anywhere from 2.5 to 7.5.
    const definition = numbered().replace(', weight: 0', '');
    const found = await rows('--peers type --rank --strict-ranks', {
      definition,
      answers: 'organisation,type,q,r\nA,inner,5,\nB,inner,7,7\nC,inner,9,9\n',
    });
    expect(found.map((row) => row.d__peer_rank)).toEqual(['2', '2', '1']);
  });

  test('counts those of the register that have not come back', async () => {
    const units =
      'id,title,level,type\na,A,organisation,inner\nb,B,organisation,inner\nz,Z,organisation,inner\n';
    const found = await rows('--peers type', { answers: 'organisation,q\nA,1\nB,3\n', units });
    expect(found.map((row) => [row.d__peers, row.d__peers_unscored].join(' '))).toEqual(['2 1', '2 1']);
  });

  test('stands in the long table too', async () => {
    const found = await rows('--peers type --layout long', { answers });
    expect(found.find((row) => row.node === 'd')).toMatchObject({
      peers: '5',
      peer_median: '3',
      to_best: '-9',
    });
  });
});

describe('--peers peers', () => {
  const units = `id,title,level,peers
a,A,organisation,b; c; z
b,B,organisation,a
c,C,organisation,
z,Z,organisation,
`;
  test('goes by each unit’s own list in the register', async () => {
    const found = await rows('--peers peers --rank', { answers: 'organisation,q\nA,5\nB,2\nC,6\n', units });
    expect(
      found.map((row) =>
        [
          row.organisation,
          row.d__peers,
          row.d__peers_unscored,
          row.d__peer_median,
          row.d__to_best,
          row.d__peer_rank,
        ].join(' '),
      ),
    ).toEqual(['A 2 1 4 -1 2', 'B 1 0 5 -3 2', 'C     ']);
  });

  test('needs a register that lists some', async () => {
    const { exit, err } = await compare('--peers peers', { answers });
    expect(exit).toBe(2);
    expect(err).toContain('no unit register is given that lists any');
  });
});

test('an attribute that is not there is refused', async () => {
  const { exit, err } = await compare('--peers typ', { answers });
  expect(exit).toBe(2);
  expect(err).toContain('--peers typ: there is no such attribute; did you mean type?');
});
