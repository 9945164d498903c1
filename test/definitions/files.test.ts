import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { milepost } from '../support/milepost.js';
import { errors, valid } from './valid.js';

const checkOf = (file: string | Uint8Array) => milepost('check q.yaml', { files: { 'q.yaml': file } });

describe('a file that is no definition', () => {
  test('nothing in it', async () => {
    expect(await errors('')).toMatchInlineSnapshot(`
      [
        "q.yaml file-empty: the file is empty",
      ]
    `);
    expect(await errors('\n  \n')).toEqual(await errors(''));
  });

  test('nothing but comments', async () => {
    expect(await errors('# A questionnaire\n# to be written\n')).toMatchInlineSnapshot(`
      [
        "q.yaml file-only-comments: there is nothing in the file but comments",
      ]
    `);
  });

  test('a list', async () => {
    expect(await errors('- milepost: 1\n')).toMatchInlineSnapshot(`
      [
        "q.yaml:1:3 not-a-map: a questionnaire is a map of keys, and this is none",
      ]
    `);
  });

  test('a text', async () => {
    expect(await errors('A questionnaire, to be written.\n')).toMatchInlineSnapshot(`
      [
        "q.yaml:1:1 not-a-map: a questionnaire is a map of keys, and this is none",
      ]
    `);
  });

  test('not UTF-8, and where', async () => {
    const latin1 = Buffer.from(valid.replace('A framework', 'A café'), 'latin1');
    expect(await errors(latin1)).toMatchInlineSnapshot(`
      [
        "q.yaml:8:16 file-not-utf8: is not UTF-8: the byte 0xE9 stands here",
      ]
    `);
  });

  test.each([
    ['a workbook', 'form.xlsx', 'name', Buffer.from([0x50, 0x4b, 3, 4, 0xcb, 0xff])],
    ['a table', 'a.CSV', 'name', 'q1,q2\n1,2\n'],
    ['responses, one a line', 'a.jsonl', 'name', '{}\n{}\n'],
    ['a response', 'r.json', 'keys', '{ "milepost": 1, "id": "r", "answers": { "q1": { "value": 1 } } }'],
    ['responses', 'all.json', 'keys', '[{ "answers": {} }, { "answers": {} }]'],
  ])('%s, which is answers', async (_, file, by, content) => {
    const { exit, out } = await milepost(`check ${file}`, { files: { [file]: content } });
    expect(exit).toBe(1);
    expect(out).toContain(`${file}  error  file-of-answers
  looks by its ${by} like a file of answers, and a definition is needed here
`);
  });

  test('a definition may be written as JSON', async () => {
    const json = JSON.stringify(parse(valid));
    const { exit, err, out } = await milepost('check q.json --format compact', { files: { 'q.json': json } });
    expect(exit, out + err).toBe(0);
  });

  test('20 MB', async () => {
    expect(await errors(`${valid}${'# more\n'.repeat(3_000_000)}`)).toMatchInlineSnapshot(`
      [
        "q.yaml file-too-large: the file has 21.0 MB; a definition may have 4 MB at most",
      ]
    `);
  });

  test('a directory without definitions', async () => {
    const { exit, err } = await milepost('check forms', { files: { 'forms/a.csv': 'q1\n1\n' } });
    expect({ exit, err }).toMatchInlineSnapshot(`
      {
        "err": "milepost: forms: no file in it ends in .yaml, .yml
      ",
        "exit": 2,
      }
    `);
  });

  test('a directory where one questionnaire is needed', async () => {
    const { exit, err } = await milepost('schema forms', { files: { 'forms/q.yaml': valid } });
    expect({ exit, err }).toMatchInlineSnapshot(`
      {
        "err": "milepost: forms is a directory where a file is needed
      Name a file in it.
      ",
        "exit": 2,
      }
    `);
  });

  test('a file that is not there, but one of nearly the same name', async () => {
    const { exit, err } = await milepost('check housing.yml', { files: { 'housing.yaml': valid } });
    expect({ exit, err }).toMatchInlineSnapshot(`
      {
        "err": "milepost: housing.yml: there is no such file; did you mean \`housing.yaml\`?
      ",
        "exit": 2,
      }
    `);
  });

  test('a name that is near to none', async () => {
    const { exit, out, err } = await milepost('check elsewhere/housing.yaml');
    expect({ exit, out, err }).toMatchInlineSnapshot(`
      {
        "err": "milepost: elsewhere/housing.yaml: there is no such file
      ",
        "exit": 2,
        "out": "",
      }
    `);
  });
});

describe('the same file, written otherwise', () => {
  const broken = valid.replace('        scale: maturity', '        scael: maturity');

  test('with a byte order mark', async () => {
    expect(await errors(`\ufeff${valid}`)).toEqual([]);
    expect(await errors(`\ufeff${broken}`)).toEqual(await errors(broken));
  });

  test('with the line ends of Windows', async () => {
    expect(await errors(valid.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(await errors(broken.replaceAll('\n', '\r\n'))).toEqual(await errors(broken));
    const { out } = await checkOf(broken.replaceAll('\n', '\r\n'));
    expect(out).not.toContain('\r');
  });

  test('with aliases, and comments between', async () => {
    const text = valid
      .replace('options: [{ id: inner', 'options: &kinds [{ id: inner')
      .replace('        options: hosting', '        # As above.\n        options: *kinds');
    expect(
      await errors(text.replace('"cloud"', '"inner"').replace('data_hosting: cloud', 'data_hosting: inner')),
    ).toEqual([]);
  });

  test('saying that it is a questionnaire', async () => {
    expect(await errors(valid.replace('milepost: 1', 'milepost: 1\nkind: questionnaire'))).toEqual([]);
  });
});

describe('a file made to be too much', () => {
  /** Nine levels of ten aliases each: a thousand million values in 600 characters. */
  const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    .concat(
      Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`),
    )
    .join('\n');
  const flow = `a: ${'['.repeat(100_000)}`;
  const block = Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:\n`).join('');

  test.each([
    ['aliases of aliases', bomb, 'yaml-too-many-aliases'],
    ['an alias of itself', 'a: &a [*a]\n', 'yaml-too-deep'],
    ['20,000 aliases', `a: &a [1]\nb:\n${'  - *a\n'.repeat(20_000)}`, 'yaml-too-many-aliases'],
    ['brackets in brackets', flow, 'yaml-too-deep'],
    ['maps in maps', block, 'yaml-too-deep'],
    ['lists in lists', `${'- '.repeat(50_000)}x`, 'yaml-too-deep'],
    ['20,000 unknown keys', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join(''), 'unknown-key'],
  ])(
    '%s: refused, and soon',
    async (_, text, rule) => {
      const found = await errors(text);
      expect(found.some((error) => error.includes(` ${rule}: `))).toBe(true);
    },
    10_000,
  );

  test('what is said of a bomb', async () => {
    const { exit, out } = await checkOf(bomb);
    expect(exit).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "q.yaml:1:1  error  yaml-too-many-aliases
        aliases such as \`*name\` repeat more than 10,000 values

        1 | a0: &a0 [x, x, x, x, x, x, x, x, x, x]
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        help: Write the parts out, or share them with \`use:\`.
      "
    `);
  });
});
