import { expect, test } from 'vitest';
import { allUnits } from '../../../src/compare/ambition/ambition.js';
import { tieUnits } from '../../../src/compare/suppression/others/other-figures.js';

test('a row of all units ties outermost units together, whatever kind of figure it has', () => {
  const north = { level: 'organisation', path: ['North'], wave: '2026' };
  const south = { level: 'organisation', path: ['South'], wave: '2026' };
  expect(tieUnits([north, south])).toBe(false);
  expect(tieUnits([north, south, { level: allUnits, path: [], wave: '2026' }])).toBe(true);
  // Without unit fields, what has no names is a response.
  expect(tieUnits([{ level: 'response', path: [], response: 'r1', wave: '2026' }])).toBe(false);
});
