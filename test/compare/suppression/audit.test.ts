import { expect, test } from 'vitest';
import { audit } from '../../../src/compare/suppression/audit.js';
import type { Knowledge } from '../../../src/compare/suppression/knowledge.js';
import { highsSolver } from '../../../src/compare/suppression/solver/highs-solver.js';
import { withhold } from '../../../src/compare/suppression/withhold.js';
import { countsTable } from './counts-table.js';

const solver = await highsSolver();

const counts = `
  a   b   c   d
w 30  47  64  89
x 90  124 5   31
y 92  100 59  85
z 800 991 651 685
`;

function found(knowledge: Knowledge, names: string) {
  const places = knowledge.cells.flatMap(({ name }, i) => (names.split(' ').includes(name) ? [i] : []));
  return audit(knowledge, new Set(places), solver).map(({ cell, low, high, by }) => ({
    cell: knowledge.cells[cell]?.name,
    low: Math.round(low * 1e6) / 1e6,
    high: Math.round(high * 1e6) / 1e6,
    by: by.map((at) => knowledge.cells[at]?.name).join(' '),
  }));
}

test('two withheld cells in every line are not enough: wb is 47, and nothing else', () => {
  expect(found(countsTable(counts, { limit: 1 }), 'wa wb wc xa xc yb yd zb zd')).toEqual([
    {
      cell: 'wb',
      low: 47,
      high: 47,
      // By its own column and what follows of that, or by lines w and x less columns a and c.
      by: expect.stringMatching(/total b|total w.* total x.* total a.* total c/),
    },
  ]);
});

test('with xb withheld too, wb is anything from 0 to 141', () => {
  const names = 'wa wb wc xa xb xc yb yd zb zd';
  expect(found(countsTable(counts, { limit: 1 }), names)).toEqual([]);
  const [wb] = found(countsTable(counts, { limit: 141 }), names).filter(({ cell }) => cell === 'wb');
  expect(wb).toMatchObject({ low: 0, high: 141 });
  expect(found(countsTable(counts, { limit: 140 }), names).map(({ cell }) => cell)).not.toContain('wb');
});

test('what has to be withheld for a single small count', () => {
  const knowledge = countsTable(counts, { limit: 1, sensitive: ['xc'] });
  const { pattern, disclosures } = withhold(knowledge, solver);
  expect(disclosures).toEqual([]);
  // A rectangle: two rows and two columns.
  expect([...pattern].map((at) => knowledge.cells[at]?.name)).toEqual(['yd', 'yc', 'xd']);
});

test('nothing is to be chosen where a table given out before tells a figure', () => {
  const { cells, relations } = countsTable(counts, { limit: 1, sensitive: ['xc'] });
  const before = {
    ...cells[0],
    name: 'xc, given out before',
    value: 5,
    range: { min: 4.5, max: 5.5 },
    limit: 0,
    loss: 1,
    standing: 'given' as const,
  };
  const xc = cells.findIndex(({ name }) => name === 'xc');
  const knowledge = {
    cells: [...cells, before],
    relations: [
      ...relations,
      {
        terms: [
          { cell: xc, factor: 1 },
          { cell: cells.length, factor: -1 },
        ],
        low: 0,
        high: 0,
      },
    ],
    derivations: [],
  };
  const { disclosures } = withhold(knowledge, solver);
  expect(disclosures).toMatchObject([{ cell: xc, low: 4.5, high: 5.5 }]);
  expect(disclosures[0]?.by.map((at) => knowledge.cells[at]?.name)).toContain('xc, given out before');
});

test('what is shown again does not give away what follows from it elsewhere', () => {
  const cell = (name: string, standing: 'open' | 'sensitive', loss: number) => ({
    name,
    value: 4,
    range: { min: 1, max: 4 },
    limit: 0.3,
    standing,
    loss,
  });
  // The whole is the mean of both parts; an index tells the whole, and stands in no relation.
  const knowledge: Knowledge = {
    cells: [
      cell('small', 'sensitive', 1),
      cell('large', 'open', 9),
      cell('whole', 'open', 10),
      cell('index', 'open', 20),
      cell('other', 'open', 20),
    ],
    relations: [
      {
        terms: [
          { cell: 0, factor: 0.25 },
          { cell: 1, factor: 0.75 },
          { cell: 2, factor: -1 },
        ],
        low: 0,
        high: 0,
      },
      {
        terms: [
          { cell: 3, factor: 1 },
          { cell: 4, factor: -1 },
        ],
        low: -1,
        high: 1,
      },
    ],
    derivations: [{ from: [3], to: 2 }],
  };
  const before = new Set([2, 3]);
  expect(withhold(knowledge, solver, before).disclosures).toEqual([]);
  expect(withhold({ ...knowledge, derivations: [{ from: [3], to: 2 }] }, solver).disclosures).toEqual([]);
});
