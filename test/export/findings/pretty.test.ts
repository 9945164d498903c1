import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pretty } from '../../../src/export/findings/pretty.js';
import { displayWidth } from '../../../src/export/text/width.js';
import { all, options, range, rangeOf, unknownKey } from './fixture.js';

/** A finding about the first `part` of a source, printed. */
function framed(source: string, part: string, width = 60): string {
  return pretty.write([unknownKey('check.yaml', part, rangeOf(source, part))], {
    ...options,
    source: () => source,
    width,
  });
}

describe('a code frame', () => {
  test('shows the line, the line before it, and carets', () => {
    expect(framed('milepost: 1\nid: data\nweigth: 2\ntitle: Data\n', 'weigth')).toMatchInlineSnapshot(`
      "check.yaml:3:1  error  unknown-key
        unknown key \`weigth\`

        2 | id: data
        3 | weigth: 2
          | ^^^^^^
        help: Known here: \`id\` or \`weight\`.
      "
    `);
  });

  test('leaves out a blank line before', () => {
    expect(framed('milepost: 1\r\n\r\nweigth: 2\r\n', 'weigth')).toMatchInlineSnapshot(`
      "check.yaml:3:1  error  unknown-key
        unknown key \`weigth\`

        3 | weigth: 2
          | ^^^^^^
        help: Known here: \`id\` or \`weight\`.
      "
    `);
  });

  test('keeps line numbers and carets in line past ten, behind tabs and below wide characters', () => {
    expect(framed(`${'\n'.repeat(8)}title: 住宅\n\t部署: 👩‍👩‍👧 weigth: 2`, 'weigth')).toMatchInlineSnapshot(`
      "check.yaml:10:15  error  unknown-key
        unknown key \`weigth\`

         9 | title: 住宅
        10 |     部署: 👩‍👩‍👧 weigth: 2
           |              ^^^^^^
        help: Known here: \`id\` or \`weight\`.
      "
    `);
    expect(framed('title: 住宅局\n', '住宅')).toMatchInlineSnapshot(`
      "check.yaml:1:8  error  unknown-key
        unknown key \`住宅\`

        1 | title: 住宅局
          |        ^^^^
        help: Known here: \`id\` or \`weight\`.
      "
    `);
  });

  test('cuts a long line around the range', () => {
    const source = `${'before '.repeat(40)}\n${'a, '.repeat(60)}weigth: 2${', b'.repeat(60)}\n`;
    expect(framed(source, 'weigth')).toMatchInlineSnapshot(`
      "check.yaml:2:181  error  unknown-key
        unknown key \`weigth\`

        1 | …ore before before before before before before befor…
        2 | … a, a, a, a, a, weigth: 2, b, b, b, b, b, b, b, b, …
          |                  ^^^^^^
        help: Known here: \`id\` or \`weight\`.
      "
    `);
  });

  test('cuts a very long range', () => {
    expect(
      framed(`id: ${'x'.repeat(5000)} end\n`, 'x'.repeat(5000))
        .split('\n')
        .slice(-4),
    ).toMatchInlineSnapshot(`
      [
        "  1 | id: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…",
        "    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "  help: Known here: \`id\` or \`weight\`.",
        "",
      ]
    `);
  });

  test('of a range over several lines shows the first', () => {
    const source = 'data:\n  id: x\n  title: y\n';
    expect(
      pretty.write([unknownKey('check.yaml', 'data', range(2, 3, 4, 3))], {
        ...options,
        source: () => source,
      }),
    ).toMatchInlineSnapshot(`
      "check.yaml:2:3  error  unknown-key
        unknown key \`data\`

        1 | data:
        2 |   id: x
          |   ^^^^^
        help: Known here: \`id\` or \`weight\`.
      "
    `);
  });

  test('points behind the end of a line, and at nothing in a line that is not there', () => {
    const source = 'id:\n';
    expect(
      pretty.write([unknownKey('check.yaml', 'x', range(1, 4, 4))], { ...options, source: () => source }),
    ).toMatchInlineSnapshot(`
      "check.yaml:1:4  error  unknown-key
        unknown key \`x\`

        1 | id:
          |    ^
        help: Known here: \`id\` or \`weight\`.
      "
    `);
    expect(
      pretty.write([unknownKey('check.yaml', 'x', range(7, 1, 2))], { ...options, source: () => source }),
    ).toMatchInlineSnapshot(`
      "check.yaml:7:1  error  unknown-key
        unknown key \`x\`
        help: Known here: \`id\` or \`weight\`.
      "
    `);
  });

  test('shows escape sequences and does not send them', () => {
    expect(framed('id: 1\n\u001b]0;owned\u0007weigth: \u009b2J\n', 'weigth')).toMatchInlineSnapshot(`
      "check.yaml:2:11  error  unknown-key
        unknown key \`weigth\`

        1 | id: 1
        2 | \\x1b]0;owned\\x07weigth: \\x9b2J
          |                 ^^^^^^
        help: Known here: \`id\` or \`weight\`.
      "
    `);
    expect(framed('id: 1\n\u001b[2Jx: 2\n', '\u001b[2Jx')).toMatchInlineSnapshot(`
      "check.yaml:2:1  error  unknown-key
        unknown key \`\\x1b[2Jx\`

        1 | id: 1
        2 | \\x1b[2Jx: 2
          | ^^^^^^^^
        help: Known here: \`id\` or \`weight\`.
      "
    `);
  });

  test('does not count a byte order mark', () => {
    expect(framed('\ufeffweigth: 2\n', 'weigth')).toMatchInlineSnapshot(`
      "check.yaml:1:2  error  unknown-key
        unknown key \`weigth\`

        1 | weigth: 2
          | ^^^^^^
        help: Known here: \`id\` or \`weight\`.
      "
    `);
  });
});

test('every kind of place, in order', () => {
  expect(pretty.write(all, options)).toMatchInlineSnapshot(`
    "a.csv  error  input-empty
      the file is empty: there is no header row and no response in it
      help: Is it the right file, and was it saved?

    check.yaml:9:3  error  unknown-key
      unknown key \`tilte\`
      help: Known here: \`id\` or \`weight\`.

    check.yaml:10:3  error  unknown-key
      unknown key \`weigth\`; did you mean \`weight\`?
      help: Known here: \`id\` or \`weight\`.

    other.json (answers[0].value)  error  input-empty
      the file is empty: there is no header row and no response in it
      help: Is it the right file, and was it saved?

    returns.csv:1:AB (data_ownr)  warning  unknown-column
      the column "data_ownr" is not known and was not read; did you mean
      \`data_owner\`?
      help: Rename it to \`data_owner\` to have it read.

    returns.xlsx!Answers!17  warning  input-no-responses
      there is no response in the file
    "
  `);
});

test('colour adds nothing but colour', () => {
  const coloured = pretty.write(all, { ...options, color: true });
  expect(coloured).toContain('\u001b[1m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escape sequences
  expect(coloured.replace(/\u001b\[[\d;]*m/g, '')).toBe(pretty.write(all, options));
});

test('nothing of nothing', () => {
  expect(pretty.write([], options)).toBe('');
});

test('whatever the source, no control character reaches the terminal and frames fit', () => {
  const unit = fc.oneof(
    fc.constantFrom('\t', '\u001b[31m', '\n', '住', '👩‍👩‍👧', '\u0301', 'word ', '\r'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 200 }).map((units) => units.join('')),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(400),
      fc.nat(400),
      fc.integer({ min: 40, max: 120 }),
      (source, line, from, length, width) => {
        const where = range(line, from + 1, from + 1 + length);
        const written = pretty.write([unknownKey('f.yaml', source.slice(from, from + length), where)], {
          ...options,
          source: () => source,
          width,
        });
        expect(written.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        expect(Math.max(...written.split('\n').map((each) => displayWidth(each)))).toBeLessThanOrEqual(width);
      },
    ),
  );
});
