import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/expression/expression.js';
import { helpOf, problemsOf, rulesOf, scope } from './fixture.js';

describe('names', () => {
  test.each([
    [
      'answers.staff_totl > 1',
      'staff_totl | there is no `answers.staff_totl` here; did you mean `answers.staff_total`?',
    ],
    ['answer.q > 1', 'answer | there is no `answer.q` here; did you mean `answers.q`?'],
    ['staff_total > 1', 'staff_total | there is no `staff_total` here; did you mean `answers.staff_total`?'],
    ['cultur > 1', 'cultur | there is no `cultur` here; did you mean `scores.culture`?'],
    ['has(answers.typo)', 'typo | there is no `answers.typo` here'],
    ['elsewhere.q > 1', 'elsewhere | there is no `elsewhere.q` here'],
    ['answers.later > 1', 'later | `answers.later` cannot be used here: it is asked later'],
    ['has(answers.later)', 'later | `answers.later` cannot be used here: it is asked later'],
    ['answers', 'answers | `answers` is not a value by itself'],
    ['answers == 1', 'answers | `answers` is not a value by itself'],
    ['answers.__proto__ == 1', '__proto__ | there is no `answers.__proto__` here'],
    ['answers.constructor == 1', 'constructor | there is no `answers.constructor` here'],
    ['constructor.name == "x"', 'constructor | there is no `constructor.name` here'],
    ['valueOf > 1', 'valueOf | there is no `valueOf` here'],
    ['__proto__', '__proto__ | `__proto__` cannot stand here'],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test('what there is, where nothing is near', () => {
    expect(helpOf('scores.unheard_of > 1')).toEqual(['There is `scores.data` or `scores.culture`.']);
    expect(helpOf('elsewhere.q > 1')).toEqual([
      'A name begins with `answers.` or `scores.`; text is written in quotes.',
    ]);
  });
});

describe('options', () => {
  test.each([
    ['answers.hosting == "clould"', '"clould" | `answers.hosting` is never "clould"; did you mean `cloud`?'],
    ['"clould" != answers.hosting', '"clould" | `answers.hosting` is never "clould"; did you mean `cloud`?'],
    [
      'answers.hosting in ["own", "clod"]',
      '"clod" | `answers.hosting` is never "clod"; did you mean `cloud`?',
    ],
    ['"qualty" in answers.tools', '"qualty" | `answers.tools` is never "qualty"; did you mean `quality`?'],
    ['answers.hosting == (answers.yes ? "own" : "rented")', '"rented" | `answers.hosting` is never "rented"'],
    ['answers.hosting == cloud', 'cloud | there is no `cloud` here; did you mean `"cloud"`?'],
    ['clod == answers.hosting', 'clod | there is no `clod` here; did you mean `"cloud"`?'],
    ['answers.hosting in [own]', 'own | there is no `own` here; did you mean `"own"`?'],
    ['answers.hosting < "own"', 'answers.hosting < "own" | ids have no order to compare by'],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test('all there are, where nothing is near', () => {
    expect(helpOf('answers.hosting == "rented"')).toEqual(['It can be `own` or `cloud`.']);
  });
});

describe('types', () => {
  test.each([
    ['answers.q + "a" > 1', '"a" | `+` needs a number, and `"a"` is text'],
    ['"a" + "b" == "ab"', '"a" | `+` needs a number, and `"a"` is text'],
    ['-answers.yes > 1', 'answers.yes | `-` needs a number, and `answers.yes` is true or false'],
    ['!answers.q', 'answers.q | `!` needs true or false, and `answers.q` is a number'],
    ['answers.yes && answers.q', 'answers.q | `&&` needs true or false, and `answers.q` is a number'],
    ['answers.q ? true : false', 'answers.q | `? :` needs true or false, and `answers.q` is a number'],
    [
      'answers.yes > answers.no',
      'answers.yes | `>` needs numbers or text, and `answers.yes` is true or false',
    ],
    [
      'answers.tools == answers.tools',
      'answers.tools | `==` needs single values, and `answers.tools` is a list of text',
    ],
    ['"a" in "abc"', '"abc" | `in` needs a list after it, and `"abc"` is text'],
    [
      'answers.tools in ["quality"]',
      'answers.tools | `in` needs a single value before it, and `answers.tools` is a list of text',
    ],
    ['size(answers.q) > 1', 'answers.q | `size` needs a list or text, and `answers.q` is a number'],
    ['max(3) > 1', '3 | `max` needs a list of numbers, and `3` is a number'],
    [
      'mean(answers.tools) > 1',
      'answers.tools | `mean` needs a list of numbers, and `answers.tools` is a list of text',
    ],
    ['clamp("a", 0, 1) > 1', '"a" | `clamp` needs a number, and `"a"` is text'],
    ['(1 + 2) * (answers.yes) > 1', 'answers.yes | `*` needs a number, and `answers.yes` is true or false'],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test.each([
    ['answers.q == "2"', '`==` needs values of one type, but `answers.q` is a number and `"2"` is text'],
    [
      'answers.yes == 1',
      '`==` needs values of one type, but `answers.yes` is true or false and `1` is a number',
    ],
    ['answers.q >= "2"', '`>=` needs values of one type, but `answers.q` is a number and `"2"` is text'],
    [
      'answers.tools == "quality"',
      '`==` needs values of one type, but `answers.tools` is a list of text and `"quality"` is text',
    ],
    [
      'answers.q in ["a"]',
      '`in` needs a list of the same type, but `answers.q` is a number and `["a"]` is a list of text',
    ],
    ['(1 + 2) * 3 == "a"', '`==` needs values of one type, but `(1 + 2) * 3` is a number and `"a"` is text'],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toEqual([`${text} | ${problem}`]);
  });

  test('parts that do not go together', () => {
    expect(problemsOf('(answers.yes ? 1 : "a") == 1')).toEqual([
      'answers.yes ? 1 : "a" | `? :` needs values of one type, but `1` is a number and `"a"` is text',
    ]);
    expect(problemsOf('answers.q in [1, "a"]')).toEqual([
      '"a" | `[…]` needs values of one type, but `1` is a number and `"a"` is text',
    ]);
  });

  test('what the whole must come to', () => {
    expect(problemsOf('answers.q')).toEqual(['answers.q | this must come to true or false, and is a number']);
    expect(problemsOf('answers.yes', 'number')).toEqual([
      'answers.yes | this must come to a number, and is true or false',
    ]);
    expect(problemsOf('"a"', 'number')).toEqual(['"a" | this must come to a number, and is text']);
    expect(problemsOf('[1]', 'number')).toEqual([
      '[1] | this must come to a number, and is a list of numbers',
    ]);
  });

  test.each([
    ['answers.q == "2"', 'Write 2 without quotes.'],
    ['answers.q + "2.5" > 1', 'Write 2.5 without quotes.'],
    ['answers.q', 'Compare it, as `answers.q >= 1`.'],
    ['answers.yes == 1', 'Leave the comparison out: `answers.yes`, or `!answers.yes` for the opposite.'],
    ['answers.tools == "quality"', 'To look into a list, write `"quality" in answers.tools`.'],
    ['answers.tools != answers.tools', 'Look into a list with `in`, or count it with `size`.'],
    ['max(answers.q) > 1', 'Put it in a list: `max([answers.q])`.'],
    ['max(1, 2) > 1', 'Put the values in a list: `max([a, b])`.'],
    ['answers.yes + 1 > 1', 'Write `answers.yes ? 1 : 0` to count it.'],
  ])('%s: %s', (text, help) => {
    expect(helpOf(text)).toEqual([help]);
  });
});

describe('functions', () => {
  test.each([
    ['sise(answers.tools) > 1', 'sise | there is no function `sise`; did you mean `size`?'],
    ['average([1]) > 1', 'average | there is no function `average`; did you mean `mean`?'],
    ['log(2) > 1', 'log | there is no function `log`; did you mean `ln`?'],
    ['matches("a", "b")', 'matches | there is no function `matches`'],
    ['type(int)', 'type | there is no function `type`'],
    ['timestamp("2026-01-01T00:00:00Z") > 1', 'timestamp | there is no function `timestamp`'],
    ['dyn(answers)', 'dyn | there is no function `dyn`'],
    ['constructor(1)', 'constructor | there is no function `constructor`'],
    ['max(1, 2) > 1', 'max(1, 2) | `max(list)` is given 2 values'],
    ['round(1) > 1', 'round(1) | `round(x, digits)` is given 1 value'],
    ['abs() > 1', 'abs() | `abs(x)` is given 0 values'],
    ['has(1)', 'has(1) | `has` takes one name and nothing else'],
    ['has()', 'has() | `has` takes one name and nothing else'],
    ['has(answers)', 'has(answers) | `has` takes one name and nothing else'],
    ['has(answers.q, answers.r)', 'has(answers.q, answers.r) | `has` takes one name and nothing else'],
    ['has(answers.q.r)', 'has(answers.q.r) | `has` takes one name and nothing else'],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toContain(problem);
  });
});

describe('many mistakes', () => {
  test('are reported at once, in the order of the text', () => {
    const text =
      'answers.typo > 1 && answers.later == 2 || avg([1]) < answers.yes && answers.hosting == "x" || answers.q';
    expect(rulesOf(text)).toEqual(
      [
        'expression-unknown-name',
        'expression-unavailable-name',
        'expression-unknown-function',
        'expression-unknown-option',
        'expression-type',
      ].toSpliced(3, 0, 'expression-type'),
    );
  });

  test('and none that only follows from another', () => {
    for (const text of [
      'answers.typo + 1 > 2 && answers.typ0 == "x"',
      'answers.broken + 1 > 2 && answers.broken == "x" && answers.broken in answers.broken',
      'mean([answers.typo, 1]) > 0 ? answers.typo : answers.typo == 1',
    ]) {
      expect(rulesOf(text).filter((rule) => rule !== 'expression-unknown-name')).toEqual([]);
    }
    expect(rulesOf('-answers.yes == "a"')).toEqual(['expression-type']);
    expect(rulesOf('answers.hosting in [1, "own"]')).toEqual(['expression-mixed-types']);
  });

  test('are looked for inside what is refused too', () => {
    expect(rulesOf('answers.typo.size() > 1')).toEqual(['expression-not-allowed', 'expression-unknown-name']);
  });
});

describe('whatever is written', () => {
  const pieces = fc.constantFrom(
    ...'answers answers.q answers.hosting answers.typo scores.data has size mean x . , : ? ! - + * / % ( ) [ ] { } < <= == != && || in'.split(
      ' ',
    ),
    ...[
      '1',
      '2.5',
      '"own"',
      '"',
      "'",
      '\\',
      'true',
      'null',
      '//',
      '\n',
      ' ',
      '1u',
      'b"',
      '"""',
      '.map(',
      '😀',
      '=',
    ],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 25 }).map((list) => list.join(' ')),
    fc.string({ unit: 'binary' }),
  );

  test('it compiles or has problems with a place in it, and never throws', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('number', 'bool'), (text, expected) => {
        const { expression, problems } = compile(text, scope, expected === 'number' ? 'number' : 'bool');
        expect(expression === undefined).toBe(problems.length > 0);
        for (const { start, end } of problems) {
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
        expect(problemsOf(text)).toEqual(problemsOf(text));
        expression?.evaluate({ q: 1 });
      }),
      { numRuns: 2000 },
    );
  });
});
