import { describe, expect, test } from 'vitest';
import { ranks } from '../../src/compare/ranking/rank.js';
import { compared, numbers, scores } from './support.js';

describe('`round`', () => {
  const definition = (round: string) => numbers({ a: ['a1', 'a2'], b: ['b1'] }, `{ round: ${round} }`, 10);
  test('at output, what is above is computed from the exact figures', async () => {
    const { node } = await scores(definition('{ digits: 0 }'), 'a1,a2,b1\n2,3,4\n');
    expect([node('a')?.score, node('overall')?.score]).toEqual(['3', '3']);
  });
  test('after every node, from the rounded ones; questions are not rounded', async () => {
    const { node } = await scores(definition('{ digits: 0, at: every_node }'), 'a1,a2,b1\n2.4,2.8,3.4\n');
    expect([node('a')?.score, node('b')?.score, node('overall')?.score]).toEqual(['3', '3', '3']);
    const up = await scores(definition('{ digits: 0, at: every_node }'), 'a1,a2,b1\n2,3,4\n');
    expect(up.node('overall')?.score).toBe('4');
  });
  test.each([
    ['half_up', '2.5', '3'],
    ['half_even', '2.5', '2'],
    ['half_even', '3.5', '4'],
  ])('%s: %s is %s', async (mode, answer, score) => {
    const { node } = await scores(definition(`{ digits: 0, mode: ${mode} }`), `a1,a2,b1\n1,1,${answer}\n`);
    expect(node('b')?.score).toBe(score);
  });
  test('half_even takes the neighbour nearer to the double, as R does', async () => {
    const { node } = await scores(definition('{ digits: 2, mode: half_even }'), 'a1,a2,b1\n1,1,2.675\n');
    expect(node('b')?.score).toBe('2.67');
  });
  test('bands look at the figure before output, and after every node at the rounded one', async () => {
    const banded = (at: string) =>
      numbers(
        { b: ['b1'] },
        `{ round: { digits: 1, at: ${at} }, bands: [{ id: low, label: Low, from: 0 }, { id: high, label: High, from: 5 }] }`,
        10,
      );
    expect((await scores(banded('output'), 'b1\n4.96\n')).node('b')).toMatchObject({
      score: '5',
      band: 'low',
    });
    expect((await scores(banded('every_node'), 'b1\n4.96\n')).node('b')).toMatchObject({
      score: '5',
      band: 'high',
    });
  });
});

describe('ranks', () => {
  const profile = 'profile: [{ id: organisation, title: O, unit: true, required: true }]\n';
  const csv = 'organisation,a1\nv,\nw,0.851\nx,0.91\ny,0.849\nz,0.852\n';
  const ranked = async (rank: string, args = '--rank') => {
    const { rows } = await compared(numbers({ a: ['a1'] }, `{ rank: ${rank} }`, 1, profile), csv, args);
    return rows.filter((row) => row.node === 'a').map((row) => row.rank);
  };
  test('on the rounded figure', async () => {
    expect(await ranked('{}')).toEqual(['', '2', '1', '2', '2']);
  });
  test('on the exact figure', async () => {
    expect(await ranked('{ on: exact }')).toEqual(['', '3', '1', '4', '2']);
  });
  test('nobody is ranked unless asked', async () => {
    expect(await ranked('{}', '')).toEqual(['', '', '', '', '']);
  });
  test('within one wave', async () => {
    const { rows } = await compared(
      numbers({ a: ['a1'] }, '{}', 1, profile),
      'organisation,wave,a1\nx,2025,0.1\ny,2025,0.2\nx,2026,0.4\ny,2026,0.3\n',
      '--rank',
    );
    expect(
      rows
        .filter((row) => row.node === 'a')
        .map((row) => `${row.organisation} ${row.wave} ${row.rank}`)
        .sort(),
    ).toEqual(['x 2025 2', 'x 2026 1', 'y 2025 1', 'y 2026 2']);
  });
  test('of many', () => {
    const scores = Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 50_021);
    const start = performance.now();
    const found = ranks(
      scores,
      { on: 'exact', ties: 'equals' },
      { digits: 2, at: 'output', mode: 'half_up' },
    );
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(found.filter((rank) => rank === '=1')).toHaveLength(
      scores.filter((score) => score === 50_020).length,
    );
  });
});
