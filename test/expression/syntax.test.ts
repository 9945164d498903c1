import { describe, expect, test } from 'vitest';
import { helpOf, problemsOf, rulesOf } from './fixture.js';

describe('what is not allowed', () => {
  const member = 'only a name such as `answers.<id>` has a dot in it';
  const method = 'a value has no methods';
  const index = '`[ ]` after a value cannot be used';
  test.each([
    ['dyn(answers).x', `dyn(answers).x | ${member}`],
    ['answers.a.b', `answers.a.b | ${member}`],
    ['"a".b', `"a".b | ${member}`],
    ['answers["x"]', `answers["x"] | ${index}`],
    ['answers[answers.q]', `answers[answers.q] | ${index}`],
    ['answers.tools[0] == "quality"', `answers.tools[0] | ${index}`],
    ['[1, 2].map(x, x)', `[1, 2].map(x, x) | ${method}`],
    ['[1, 2].exists(x, [1].all(y, y > x))', `[1, 2].exists(x, [1].all(y, y > x)) | ${method}`],
    ['[1].map(1, 2)', `1 | ${method}`],
    ['cel.bind(x, 1, x > 0)', `cel.bind(x, 1, x > 0) | ${method}`],
    ['answers.hosting.matches("^(a+)+$")', `answers.hosting.matches("^(a+)+$") | ${method}`],
    ['answers.hosting.size() > 1', `answers.hosting.size() | ${method}`],
    ['1u > 0', '1u | a number has no `u` behind it'],
    ['b"x" == b"x"', 'b"x" | bytes cannot be used'],
    ['{"a": 1} == 1', '{"a": 1} | a map cannot be used'],
    ['answers.q == null', 'null | `null` cannot be used'],
    ['1 in [[1]]', '[1] | a list cannot be in a list'],
    ['1 < answers.q < 3', '1 < answers.q < 3 | a comparison cannot be compared again'],
    ['answers.q > 1 // really', '// really | an expression holds no comments'],
    ['answers.q > 7 // 2', '// 2 | an expression holds no comments'],
    ['// nothing', '// nothing | an expression holds no comments'],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toContain(problem);
    expect(rulesOf(text)).toContain('expression-not-allowed');
  });
});

describe('syntax', () => {
  test.each([
    ['', ' | the expression is empty'],
    [' \n ', ' | the expression is empty'],
    ['answers.yes ? 1', ' | the expression ends where `:` is needed'],
    ['(answers.q > 1', ' | the expression ends where `)` is needed'],
    ['answers.q >', ' | the expression ends where a value is needed'],
    ['answers.q > 1)', ') | `)` cannot stand here'],
    ['answers..q', '. | `.` where a name is needed'],
    ['answers.q = 2', '= | `=` cannot stand here'],
    ['answers.yes and answers.no', 'and | `and` cannot stand here'],
    ['answers.q ≥ 2', '≥ | `≥` cannot stand here'],
    ['answers.hosting == “own”', '“ | `“` cannot stand here'],
    ['answers.yes 😀', '😀 | `😀` cannot stand here'],
    ['answers.q\u00a0> 1', '\u00a0 | `\\u00a0` cannot stand here'],
    ['answers.q > \u001b[31m', '\u001b | `\\u001b` cannot stand here'],
    ['answers.hosting == "own', '"own | this text has no closing quote'],
    ['answers.since == """own"', '"""own" | this text has no closing quote'],
    ['answers.since == "a\nb"', '\n | text in quotes cannot run over a line end'],
    ['answers.since == "\\q"', '\\q | `\\q` is no escape that text can hold'],
    ['answers.q > 1e999', '1e999 | `1e999` is not a number that can be used'],
    ['answers.q > 0x', '0x | `0x` is not a number that can be used'],
    ['if (answers.yes, 1, 2)', 'if | `if` cannot stand here'],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test.each([
    ['answers.q = 2', 'Use `==` to compare.'],
    ['answers.yes and answers.no', 'Use `&&`.'],
    ['answers.q > .5', 'Begin a decimal with a digit, as `0.5`; a name has one dot, as `answers.<id>`.'],
    ['answers.q\u200b > 1', 'This character cannot be seen; delete it.'],
  ])('%j: %s', (text, help) => {
    expect(helpOf(text)).toEqual([help]);
  });
});
