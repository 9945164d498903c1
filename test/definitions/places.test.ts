import { describe, expect, test } from 'vitest';
import { milepost } from '../support/milepost.js';
import { edited, errors } from './valid.js';

/** The `when` of a question, written in some way, with the option `iner` misspelt in it. */
const when = async (written: string) => {
  const { text } = edited('        when: answers.data_owner >= 2', `        when: ${written}`);
  const [error = '', ...others] = await errors(text);
  expect(others).toEqual([]);
  const [, line, column] = error.split(/[: ]/);
  return text
    .split('\n')
    [Number(line) - 1]?.slice(Number(column) - 1)
    .slice(0, 6);
};

describe('a fault in an expression is shown at its own characters, however YAML writes the expression', () => {
  test('plain', async () => {
    expect(await when('profile.type == "iner"')).toBe('"iner"');
  });
  test('in single quotes', async () => {
    expect(await when(`'profile.type == "iner"'`)).toBe('"iner"');
  });
  test('in single quotes, with doubled ones before it', async () => {
    expect(await when(`'profile.type == ''inner'' || profile.type == "iner"'`)).toBe('"iner"');
  });
  test('in double quotes, with escaped ones', async () => {
    expect(await when(String.raw`"profile.type == \"inner\" || profile.type == 'iner'"`)).toBe("'iner'");
  });
  test('plain, over two lines', async () => {
    expect(await when('answers.data_owner >= 2 &&\n          profile.type == "iner"')).toBe('"iner"');
  });
  test('folded', async () => {
    expect(await when('>-\n          answers.data_owner >= 2 &&\n          profile.type == "iner"')).toBe(
      '"iner"',
    );
  });
  test('as it stands', async () => {
    expect(await when('|\n          answers.data_owner >= 2 &&\n          profile.type == "iner"\n')).toBe(
      '"iner"',
    );
  });
});

test('what a person sees: where, what, the line, and what to do', async () => {
  const { text } = edited(
    '        scale: maturity\n        levels',
    '        scael: maturity\n        levels',
  );
  const { exit, out, err } = await milepost('check q.yaml', { files: { 'q.yaml': text } });
  expect(exit).toBe(1);
  expect(out).toMatchInlineSnapshot(`
    "q.yaml:49:9  error  unknown-key  (--fix mends it)
      unknown key \`scael\`; did you mean \`scale\`?

      48 |         text: Does every dataset have a named owner?
      49 |         scael: maturity
         |         ^^^^^
      help: Known here: \`id\`, \`text\`, \`help\`, \`guidance\`, \`type\`, \`when\`, \`weight\`, \`required\`,
      \`non_answers\`, \`themes\`, \`ask\`, \`minutes\`, \`items\`, \`reverse\`, \`scale\`, \`levels\`, \`options\`,
      \`combine\`, \`min\`, \`max\`, \`integer\`, \`unit\`, \`score\`, \`range\`, \`pattern\` or \`max_length\`.

    q.yaml:50:9  info  levels-partly-worded
      \`data_owner\` words some of its levels, but not levels 2, 3

      49 |         scael: maturity
      50 |         levels:
         |         ^^^^^^
      help: Word every level of the question, or none.
    "
  `);
  expect(err).toMatchInlineSnapshot(`
    "1 error, 1 info in 1 file. --fix mends 1 of these.
    "
  `);
});

test('of several mistakes each is told, in the order of the file', async () => {
  const { text } = edited('language: en', 'langauge: en');
  const more = text
    .replace('scale: maturity', 'scale: maturty')
    .replace('type: choices', 'type: slider')
    .replace('max: 100', 'max: -1');
  expect(await errors(more)).toMatchInlineSnapshot(`
    [
      "q.yaml:9:1 unknown-key: unknown key \`langauge\`; did you mean \`language\`?",
      "q.yaml:49:16 unknown-scale: there is no scale \`maturty\`; did you mean \`maturity\`?",
      "q.yaml:58:15 unknown-word: \`type\` is "slider"; allowed: \`level\`, \`yes_no\`, \`choice\`, \`choices\`, \`number\`, \`text\` or \`date\`",
      "q.yaml:72:14 min-not-below-max: \`min\` is 0 and \`max\` is -1; the minimum must be below the maximum",
    ]
  `);
});
