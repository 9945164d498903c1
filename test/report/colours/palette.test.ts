import { expect, test } from 'vitest';
import { contrast } from '../../../src/export/report/colours/contrast.js';
import { heat, heatOf, palette } from '../../../src/export/report/colours/palette.js';
import { paletteStyle } from '../../../src/export/report/colours/style.js';

const modes = ['light', 'dark'] as const;

test('contrast is as WCAG counts it', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#777777')).toBe(1);
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
});

test.each(modes)('text stands out from a %s page, and marks do', (mode) => {
  const against = (name: keyof typeof palette) => contrast(palette[name][mode], palette.paper[mode]);
  expect(against('ink')).toBeGreaterThan(7);
  expect(against('faint')).toBeGreaterThan(7);
  for (const mark of ['own', 'other', 'wanted'] as const) expect(against(mark)).toBeGreaterThan(4.5);
});

test.each(modes)('text stands out from every heat colour of a %s page', (mode) => {
  for (const tone of heat) expect(contrast(tone[mode], palette.heat_ink[mode])).toBeGreaterThan(6);
});

test.each(modes)('neighbours of up to eleven levels differ on a %s page, for every colour vision', (mode) => {
  const used = Array.from({ length: 11 }, (_, step) => Number(heatOf(step, 11).match(/\d+/)?.[0]));
  expect(new Set(used).size).toBe(11);
  for (const vision of visions) {
    const seen = used.map((at) => vision(heat[at]?.[mode] ?? ''));
    for (const [at, one] of seen.entries())
      if (at > 0) expect(distance(one, seen[at - 1] ?? [])).toBeGreaterThan(8);
  }
});

test.each(modes)('what a change is made of is told apart on a %s page, for every colour vision', (mode) => {
  const parts = [palette.part_0, palette.part_1, palette.part_2, palette.part_3, palette.part_4];
  for (const vision of visions) {
    const seen = parts.map((tone) => vision(tone[mode]));
    for (const [at, one] of seen.entries())
      for (const other of seen.slice(at + 1)) expect(distance(one, other)).toBeGreaterThan(25);
  }
});

test('a page is dark on dark screens alone, and bands spread over all heat colours', () => {
  expect(paletteStyle).toMatch(/^:root \{[^}]*--ink: #1a1c1e;/);
  expect(paletteStyle).toContain('@media screen and (prefers-color-scheme: dark)');
  expect([0, 1, 2, 3, 4].map((step) => heatOf(step, 5))).toEqual([
    'var(--heat-0)',
    'var(--heat-3)',
    'var(--heat-6)',
    'var(--heat-9)',
    'var(--heat-12)',
  ]);
  expect(heatOf(0, 1)).toBe('var(--heat-12)');
});

type Rgb = readonly number[];

/** Full, protanopic, deuteranopic and tritanopic vision, by the matrices of Machado, Oliveira and Fernandes (2009), severity 1. */
const visions = [
  [1, 0, 0, 0, 1, 0, 0, 0, 1],
  [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
].map((matrix) => (colour: string): Rgb => {
  const rgb = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return [0, 3, 6].map((row) => rgb.reduce((sum, value, at) => sum + value * (matrix[row + at] ?? 0), 0));
});

function distance(one: Rgb, other: Rgb): number {
  return Math.hypot(...one.map((value, at) => value - (other[at] ?? 0)));
}
