import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Frame, good, numberOf, truthOf } from './fixture.js';

const T = true;
const F = false;
const U = undefined;

describe('a reference without a value makes undetermined', () => {
  test.each([
    'answers.q + 1',
    '1 - answers.q',
    '-answers.q',
    '2 * answers.q',
    'answers.q / 2',
    'answers.q % answers.r',
  ])('%s', (text) => {
    expect(numberOf(text)).toBeUndefined();
  });

  test.each([
    'answers.q > 1',
    '1 > answers.q',
    'answers.q == answers.r',
    'answers.hosting != "own"',
    'answers.since < "2026-01-01"',
    'answers.q in [1, 2]',
    '1 in [1, answers.q]',
    '"quality" in answers.tools',
    '!answers.yes',
    'size(answers.tools) > 0',
  ])('%s', (text) => {
    expect(truthOf(text)).toBeUndefined();
  });
});

describe('so does what is no number', () => {
  test.each([
    '1 / 0',
    '0 / 0',
    'scores.data / 0',
    'scores.data % 0',
    '0 / answers.q',
    '1e308 * 10',
    '1e308 + 1e308',
    '-1e308 - 1e308',
    'ln(0)',
    'ln(-1)',
    'log10(0)',
    'sqrt(-1)',
  ])('%s', (text) => {
    expect(numberOf(text, { data: 5, q: 0 })).toBeUndefined();
  });
});

test('has says whether there is a value, and is never undetermined', () => {
  expect(truthOf('has(answers.q)', { q: 0 })).toBe(true);
  expect(truthOf('has(answers.yes)', { yes: false })).toBe(true);
  expect(truthOf('has(answers.q)')).toBe(false);
  expect(truthOf('has(answers.q) && answers.q > 1')).toBe(false);
  expect(truthOf('!has(answers.q) || answers.q > 1')).toBe(true);
});

describe('and, or: the side that settles it wins, on either side', () => {
  const values = [T, F, U];
  const and = [T, F, U, F, F, F, U, F, U];
  const or = [T, T, T, T, F, U, T, U, U];
  const rows = values.flatMap((a, i) =>
    values.map((b, j) => ({ a, b, and: and[3 * i + j], or: or[3 * i + j] })),
  );
  test.each(rows)('$a, $b: and $and, or $or', ({ a, b, and, or }) => {
    const frame: Frame = { ...(a !== U && { yes: a }), ...(b !== U && { no: b }) };
    expect(truthOf('answers.yes && answers.no', frame)).toBe(and);
    expect(truthOf('answers.yes || answers.no', frame)).toBe(or);
  });
});

describe('a conditional', () => {
  test.each<[string, Frame, unknown]>([
    ['with an undetermined test is undetermined', { q: 1, r: 2 }, U],
    ['even where both values are alike', { q: 1, r: 1 }, U],
    ['needs only the value it chooses (true)', { yes: T, q: 1 }, 1],
    ['needs only the value it chooses (false)', { yes: F, r: 2 }, 2],
    ['is undetermined where the chosen value is', { yes: T, r: 2 }, U],
  ])('%s', (_, frame, value) => {
    expect(numberOf('answers.yes ? answers.q : answers.r', frame)).toBe(value);
  });
});

describe('laws of three-valued logic', () => {
  const frames = fc.record(
    { yes: fc.boolean(), no: fc.boolean(), maybe: fc.boolean() },
    { requiredKeys: [] },
  );
  const [a, b, c] = ['answers.yes', 'answers.no', 'answers.maybe'];
  test.each([
    ['and commutes', `${a} && ${b}`, `${b} && ${a}`],
    ['or commutes', `${a} || ${b}`, `${b} || ${a}`],
    ['and associates', `(${a} && ${b}) && ${c}`, `${a} && (${b} && ${c})`],
    ['or associates', `(${a} || ${b}) || ${c}`, `${a} || (${b} || ${c})`],
    ['de Morgan, and', `!(${a} && ${b})`, `!${a} || !${b}`],
    ['de Morgan, or', `!(${a} || ${b})`, `!${a} && !${b}`],
    ['and distributes', `${a} && (${b} || ${c})`, `${a} && ${b} || ${a} && ${c}`],
    ['double negation', `!!${a}`, a],
    ['absorption', `${a} || ${a} && ${b}`, a],
    ['!= is not ==', `${a} != ${b}`, `!(${a} == ${b})`],
  ])('%s', (_, left, right) => {
    const [l, r] = [good(left), good(right)];
    fc.assert(
      fc.property(frames, (frame) => {
        expect(l.evaluate(frame)).toBe(r.evaluate(frame));
      }),
    );
  });

  test('more answers never change what is settled', () => {
    const parts = fc.constantFrom(a, b, c, 'true', 'false');
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        parts,
        fc
          .tuple(tie('tree'), fc.constantFrom('&&', '||', '=='), tie('tree'))
          .map(([x, o, y]) => `(${x} ${o} ${y})`),
        fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([x, y, z]) => `(${x} ? ${y} : ${z})`),
        tie('tree').map((x) => `!${x}`),
      ),
    }));
    fc.assert(
      fc.property(tree, frames, frames, (text, some, more) => {
        const { evaluate } = good(text);
        const settled = evaluate(some);
        if (settled !== undefined) expect(evaluate({ ...more, ...some })).toBe(settled);
      }),
    );
  });
});
