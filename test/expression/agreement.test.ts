import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Frame, good } from './fixture.js';

/** An expression beside what JavaScript makes of it. */
interface Case<V> {
  readonly text: string;
  readonly value: (frame: Frame) => V | undefined;
}

const finite = (n: number): number | undefined => (Number.isFinite(n) ? n : undefined);

const names = ['q', 'r', 's'].map(
  (name): Case<number> => ({
    text: `answers.${name}`,
    value: (frame) => {
      const value = frame[name];
      return typeof value === 'number' ? value : undefined;
    },
  }),
);

const literals = fc
  .oneof(fc.nat(20), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constantFrom(0.5, 1e200))
  .map((n): Case<number> => ({ text: String(n).replace('e+', 'e'), value: () => n }));

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

function both<A, V>(a: Case<A>, b: Case<A>, operator: string, apply: (x: A, y: A) => V | undefined): Case<V> {
  return {
    text: `(${a.text} ${operator} ${b.text})`,
    value: (frame) => {
      const [x, y] = [a.value(frame), b.value(frame)];
      return x === undefined || y === undefined ? undefined : apply(x, y);
    },
  };
}

const { numbers, truths } = fc.letrec<{ numbers: Case<number>; truths: Case<boolean> }>((tie) => ({
  numbers: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(...names),
    literals,
    fc
      .tuple(tie('numbers'), tie('numbers'), fc.constantFrom(...Object.entries(arithmetic)))
      .map(([a, b, [operator, apply]]) => both(a, b, operator, (x, y) => finite(apply(x, y)))),
    tie('numbers').map(
      (a): Case<number> => ({
        text: `-${a.text}`,
        value: (frame) => {
          const x = a.value(frame);
          return x === undefined ? undefined : -x;
        },
      }),
    ),
    fc.tuple(tie('truths'), tie('numbers'), tie('numbers')).map(
      ([test, a, b]): Case<number> => ({
        text: `(${test.text} ? ${a.text} : ${b.text})`,
        value: (frame) => {
          const chosen = test.value(frame);
          return chosen === undefined ? undefined : (chosen ? a : b).value(frame);
        },
      }),
    ),
  ),
  truths: fc.oneof(
    { maxDepth: 5 },
    fc
      .tuple(tie('numbers'), tie('numbers'), fc.constantFrom(...Object.entries(comparisons)))
      .map(([a, b, [operator, apply]]) => both(a, b, operator, apply)),
    fc.tuple(tie('truths'), tie('truths')).map(
      ([a, b]): Case<boolean> => ({
        text: `(${a.text} && ${b.text})`,
        value: (frame) => {
          const [x, y] = [a.value(frame), b.value(frame)];
          if (x === false || y === false) return false;
          return x === undefined || y === undefined ? undefined : true;
        },
      }),
    ),
    fc.tuple(tie('numbers'), fc.array(tie('numbers'), { maxLength: 3 })).map(
      ([a, members]): Case<boolean> => ({
        text: `(${a.text} in [${members.map(({ text }) => text).join(', ')}])`,
        value: (frame) => {
          const [x, list] = [a.value(frame), members.map(({ value }) => value(frame))];
          return x === undefined || list.includes(undefined) ? undefined : list.some((y) => y === x);
        },
      }),
    ),
  ),
}));

const values = fc.oneof(fc.nat(5), fc.double({ min: -1e3, max: 1e3, noNaN: true }));
const frames = fc.record({ q: values, r: values, s: values }, { requiredKeys: ['q'] });

test('numbers come out as in JavaScript, bit for bit', () => {
  fc.assert(
    fc.property(numbers, frames, ({ text, value }, frame) => {
      expect(good(text, 'number').evaluate(frame)).toBe(value(frame));
    }),
    { numRuns: 1000 },
  );
});

test('so do comparisons', () => {
  fc.assert(
    fc.property(truths, frames, ({ text, value }, frame) => {
      expect(good(text, 'bool').evaluate(frame)).toBe(value(frame));
    }),
    { numRuns: 1000 },
  );
});

test('operators bind as in JavaScript', () => {
  const operators = fc.constantFrom('+', '-', '*', '/', '%');
  const terms = fc.array(fc.tuple(operators, fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(terms, (rest) => {
      const text = `7${rest.map(([operator, n]) => ` ${operator} ${n}`).join('')}`;
      const value: unknown = new Function(`return ${text}`)();
      expect(good(text, 'number').evaluate({})).toBe(value);
    }),
  );
});
