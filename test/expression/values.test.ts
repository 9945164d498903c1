import { describe, expect, test } from 'vitest';
import { good, numberOf, truthOf } from './fixture.js';

const frame = {
  q: 3,
  r: 2,
  s: 0.5,
  yes: true,
  no: false,
  hosting: 'cloud',
  tools: ['catalogue', 'quality'],
  since: '2026-03-01',
  data: 70,
};

describe('numbers', () => {
  test.each([
    ['7 / 2', 3.5],
    ['7.0 / 2', 3.5],
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 - 3 - 4', -5],
    ['-7 % 3', -1],
    ['7.5 % 2', 1.5],
    ['--3', 3],
    ['-answers.q', -3],
    ['1e3', 1000],
    ['0x1F', 31],
    ['0.1 + 0.2', 0.1 + 0.2],
    ['answers.q / answers.r', 1.5],
    ['answers.q * answers.r + 1', 7],
    ['2 * answers.q - answers.r * 2', 2],
    ['answers.q / 2', 1.5],
    ['answers.yes ? 1 : 0', 1],
    ['answers.no ? 1 : answers.q > 2 ? 10 : 20', 10],
    ['0.6 * scores.data + 0.4 * answers.q', 0.6 * 70 + 0.4 * 3],
    ['size(answers.tools)', 2],
    ['answers.q\n  + answers.r', 5],
  ])('%s is %d', (text, value) => {
    expect(numberOf(text, frame)).toBe(value);
  });
});

describe('truth', () => {
  test.each([
    ['answers.q >= 2', true],
    ['answers.q > 3', false],
    ['answers.q <= 3', true],
    ['answers.q < answers.r', false],
    ['answers.r < answers.q', true],
    ['answers.q >= answers.q', true],
    ['2 < answers.q', true],
    ['answers.q == 3', true],
    ['answers.q == 3.0', true],
    ['answers.q != 3', false],
    ['answers.yes', true],
    ['!answers.yes', false],
    ['answers.yes == true', true],
    ['answers.yes != answers.no', true],
    ['answers.hosting == "cloud"', true],
    ["answers.hosting != 'own'", true],
    ['answers.hosting in ["own", "cloud"]', true],
    ['answers.q in [1, 2]', false],
    ['answers.q in [1, 2, 3]', true],
    ['answers.q in [answers.r, answers.r + 1]', true],
    ['answers.q in []', false],
    ['"quality" in answers.tools', true],
    ['answers.hosting in (answers.yes ? ["own"] : ["cloud"])', false],
    ['answers.since >= "2026-01-01"', true],
    ['answers.since < "2026-03-01"', false],
    ['answers.since > "2026-02-28" && answers.since <= "2026-03-01"', true],
    ['answers.q > 1 && answers.yes || answers.no', true],
    ['(answers.no ? answers.hosting : "own") == answers.hosting', false],
    ['r"\\d" == "\\\\d"', true],
    ['"""a "quoted" word""" == \'a "quoted" word\'', true],
    ['"http://example.org" == "http://example.org"', true],
  ])('%s is %s', (text, value) => {
    expect(truthOf(text, frame)).toBe(value);
  });
});

test('references are every name, each time, where it stands', () => {
  const text = 'has(answers.q) && (answers.hosting == "own" || scores.data < answers.q)';
  const { references } = good(text);
  expect(references.map(({ root, name }) => `${root}.${name}`)).toEqual([
    'answers.q',
    'answers.hosting',
    'scores.data',
    'answers.q',
  ]);
  expect(references.map(({ start, end }) => text.slice(start, end))).toEqual([
    'answers.q',
    'answers.hosting',
    'scores.data',
    'answers.q',
  ]);
});

test('a compiled expression says its text and type', () => {
  expect(good('answers.q + 1', 'number')).toMatchObject({ text: 'answers.q + 1', type: { kind: 'number' } });
  expect(good('answers.broken')).toMatchObject({ type: { kind: 'unknown' } });
});

test('one expression runs over many frames', () => {
  const { evaluate } = good('answers.q + answers.r', 'number');
  expect([{ q: 1, r: 2 }, { q: 10, r: 20 }, { q: 1 }].map(evaluate)).toEqual([3, 30, undefined]);
});
