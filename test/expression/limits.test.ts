import { describe, expect, test } from 'vitest';
import { numberOf, problemsOf, rulesOf, truthOf } from './fixture.js';

const times = (n: number, text: string): string => text.repeat(n);

describe('what is large but allowed', () => {
  test.each([
    ['1,000 terms', Array(1000).fill('1').join(' + '), 1000],
    ['100 levels', `${times(100, '(')}1${times(100, ')')}`, 1],
    ['100 conditionals', `${times(100, 'answers.q > 9 ? 0 : ')}7`, 7],
    ['900 signs', `${times(900, '-')}1`, 1],
    ['5,000 members', `size([${times(5000, '1,')}])`, 5000],
  ])('%s', (_, text, value) => {
    expect(numberOf(text, { q: 1 })).toBe(value);
  });

  test('900 alternatives', () => {
    expect(truthOf(Array(900).fill('answers.q==1').join('||'), { q: 1 })).toBe(true);
  });
});

describe('what is refused, at once', () => {
  const terms = 'an expression has at most 1,000 terms';
  const nesting = 'an expression has at most 200 levels of nesting';
  test.each([
    ['more than 20,000 characters', times(20_001, ' '), 'an expression has at most 20,000 characters'],
    ['10,000 terms', Array(10_000).fill('1').join('+'), terms],
    ['10,000 terms in brackets', `(${Array(9_000).fill('1').join('+')})*2`, terms],
    ['20,000 signs', times(20_000, '-'), terms],
    ['signs and brackets', times(100, `(${times(150, '-')}`), terms],
    ['negations over comments', times(4_000, '!//\n'), terms],
    ['300 brackets', times(300, '('), nesting],
    ['300 lists', times(300, '['), nesting],
    ['300 calls', times(300, 'abs('), nesting],
    ['300 conditionals', times(300, 'true ? '), nesting],
    ['9,000 members', times(9_000, '.a'), 'where a value is needed'],
    ['quotes without end', times(4_900, '"""\\'), 'this text has no closing quote'],
  ])('%s', (_, text, problem) => {
    const began = performance.now();
    expect(problemsOf(text, 'number').join('\n')).toContain(problem);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('one finding is enough', () => {
    expect(rulesOf(Array(10_000).fill('1').join('+'), 'number')).toEqual(['expression-too-large']);
  });
});
