import fc from 'fast-check';
import { expect, test } from 'vitest';
import { swarm } from '../../../src/export/report/charts/plot/swarm.js';
import { textWidth } from '../../../src/export/report/charts/plot/text-width.js';
import { stepOf, ticksOf, widened } from '../../../src/export/report/charts/plot/ticks.js';
import { wrapLabel } from '../../../src/export/report/charts/plot/wrap-label.js';

test('a scale has figures at both ends and at round steps between', () => {
  expect(ticksOf({ min: 0, max: 100 }, 20)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(ticksOf({ min: 1, max: 4 }, 0.5)).toEqual([1, 1.5, 2, 2.5, 3, 3.5, 4]);
  expect(ticksOf({ min: 7, max: 43 }, 10)).toEqual([7, 20, 30, 43]);
  expect(widened({ min: -0.125, max: 0.5 }, 0.2)).toEqual({ min: -0.2, max: 0.6 });
  expect(stepOf({ min: 0, max: 7 }, 5)).toBe(2);
});

test('whatever a scale reaches over, its figures rise, and are not many', () => {
  const bound = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(bound, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (min, width) => {
      const range = { min, max: min + width };
      const ticks = ticksOf(range, stepOf(range, 6));
      expect(ticks.length).toBeLessThanOrEqual(8);
      expect([...ticks].sort((a, b) => a - b)).toEqual(ticks);
    }),
  );
});

test('a label has as many lines as it may, each of them within its width, and loses nothing where it fits', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 150 }),
      fc.integer({ min: 1, max: 3 }),
      (label, most) => {
        const lines = wrapLabel(label, 200, 12, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines)
          expect(textWidth(line.replace(/[\u2068\u2069]/g, ''), 12)).toBeLessThanOrEqual(200);
      },
    ),
  );
  expect(wrapLabel('Corporate strategy and business planning', 205, 12, 2)).toEqual([
    'Corporate strategy and',
    'business planning',
  ]);
});

test('marks at one place lie beside one another, and never too far from the middle', () => {
  expect(swarm([10, 10, 10, 50], [], 7, 10)).toEqual([0, -7, 7, 0]);
  expect(swarm([10], [10], 7, 10)).toEqual([-7]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 }), (places) => {
      const shifts = swarm(places, [], 7, 10);
      for (const shift of shifts) expect(Math.abs(shift)).toBeLessThanOrEqual(10);
      const spots = places.map((place, at) => `${place} ${shifts[at]}`);
      expect(new Set(spots).size).toBe(places.length);
    }),
  );
});
