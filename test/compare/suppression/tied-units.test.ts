import { expect, test } from 'vitest';
import { allUnits } from '../../../src/compare/ambition/ambition.js';
import { changeFigures } from '../../../src/compare/suppression/others/changes.js';
import type { UnitPlace } from '../../../src/compare/unit-places.js';

const people = { left: 0, came: 0, stayedBefore: 5, stayedAfter: 5 };
const figuresOf = (...places: readonly UnitPlace[]) =>
  changeFigures(places.map((place) => ({ place, from: '2025', people })));

test('a row of all units ties outermost units together, whatever kind of figure it has', () => {
  const north = { level: 'organisation', path: ['North'], wave: '2026' };
  const south = { level: 'organisation', path: ['South'], wave: '2026' };
  expect(figuresOf(north, south).tieUnits).toBe(false);
  expect(figuresOf(north, south, { level: allUnits, path: [], wave: '2026' }).tieUnits).toBe(true);
  // Without unit fields, what has no names is a response.
  expect(figuresOf({ level: 'response', path: [], response: 'r1', wave: '2026' }).tieUnits).toBe(false);
});
