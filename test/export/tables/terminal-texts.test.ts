import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/export/tables/table.js';
import { terminal } from '../../../src/export/tables/writers/terminal.js';
import { displayWidth } from '../../../src/export/text/width.js';
import { cell, label, score, table, text } from '../fixture.js';

const at = (width: number, shown: Table) => terminal.write(shown, { width, color: false, unicode: true });
/** All that a terminal may be sent without colours: no control character but line breaks. */
const harmless = /^[^\p{Cc}]*$/u;

describe('texts', () => {
  test('wide characters stand in line', () => {
    const shown = table(
      [label('unit', '部署'), text('flag', 'Flag'), score('overall', 'Overall')],
      [
        ['住宅', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 62.5],
        ['Zürich', '👩‍👩‍👧 ok', 12],
        ['Cafe\u0301', 'e\u0301', 99],
      ],
    );
    expect(at(80, shown)).toMatchInlineSnapshot(`
      "部署    Flag   Overall
      ───────────────────────────────────────────
      住宅    🏴󠁧󠁢󠁥󠁮󠁧󠁿     62.50 ██████░░░░ Established
      Zürich  👩‍👩‍👧 ok  12.00 █░░░░░░░░░ Starting
      Café    é      99.00 ██████████ Leading
      "
    `);
  });

  test('long ones are cut', () => {
    const shown = table(
      [label('unit', 'Unit'), text('why', 'Why'), score('overall', 'Overall')],
      [
        ['Royal Borough of Kensington and Chelsea', 'Waits for the new contract to be signed', 62.5],
        ['Barnet', '', 12],
      ],
    );
    expect(at(64, shown)).toMatchInlineSnapshot(`
      "Unit                        Why                         Overall
      ───────────────────────────────────────────────────────────────
      Royal Borough of Kensingt…  Waits for the new contrac…  62.50 ▆
      Barnet                                                  12.00 ▁

      ▁ Starting   ▆ Established
      "
    `);
    expect(terminal.write(shown, { width: 44, color: false, unicode: false })).toMatchInlineSnapshot(`
      "Unit              Why               Overall
      -------------------------------------------
      Royal Borough...  Waits for the...   62.50c
      Barnet                               12.00a

      a Starting   c Established
      "
    `);
  });

  test('escape sequences, controls and turns of direction are shown and not sent', () => {
    const shown = table(
      [label('unit', 'Un\u001b]0;it\u0007'), score('overall', 'Overall')],
      [
        ['\u001b[31mred\u001b[0m', 50],
        ['two\nlines\tand a tab', 50],
        ['\u202eevil\u009b2J\u0000', 50],
      ],
      { title: 'A \u001b[2J title', notes: ['A \u0008 note'] },
    );
    expect(at(80, shown)).toMatchInlineSnapshot(`
      "A \\x1b[2J title

      Un\\x1b]0;it\\x07        Overall
      ───────────────────────────────────────────────────
      \\x1b[31mred\\x1b[0m     50.00 █████░░░░░ Established
      two\\nlines\\tand a tab  50.00 █████░░░░░ Established
      \\u202eevil\\x9b2J\\x00   50.00 █████░░░░░ Established

      A \\x08 note
      "
    `);
  });
});

describe('whatever the table', () => {
  const anyCell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('insufficient', 'not_applicable', 'withheld', '\u001b[31m', '\r\n', '\u009b'),
    fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100),
    fc.constant(null),
  );
  const anyTable = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 6 }))
    .chain(([columns, rows]) =>
      fc
        .array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: columns, maxLength: columns })
        .map((titles) =>
          table(
            titles.map((title, i) =>
              i < 2 ? label(`l${i}`, title) : score(i === columns - 1 ? 'overall' : `s${i}`, title),
            ),
            rows,
            { title: titles.join(' '), notes: titles },
          ),
        ),
    );

  test('no control character reaches the terminal', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 0, max: 160 }), fc.boolean(), (shown, width, unicode) => {
        expect(terminal.write(shown, { width, color: false, unicode }).replaceAll('\n', '')).toMatch(
          harmless,
        );
      }),
    );
  });

  test('lines fit the width and show every figure once', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 14 });
    const title = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const row = fc.tuple(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.array(fc.nat(100), { minLength: 12, maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(title, { minLength: 1, maxLength: 12 }),
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 40, max: 200 }),
        fc.boolean(),
        (titles, rows, width, unicode) => {
          const shown = table(
            [
              label('unit', 'Unit'),
              ...titles.map((name, i) => score(i === titles.length - 1 ? 'overall' : `s${i}`, name)),
            ],
            rows.map(([name, figures]) => [
              { kind: 'text', text: name },
              ...figures.slice(0, titles.length).map(cell),
            ]),
          );
          const written = terminal.write(shown, { width, color: false, unicode });
          expect(Math.max(...written.split('\n').map((line) => displayWidth(line)))).toBeLessThanOrEqual(
            width,
          );
          const figures = rows.reduce((sum, [, each]) => sum + each.slice(0, titles.length).length, 0);
          expect(written.match(/\d+\.\d\d/g)?.length).toBeGreaterThanOrEqual(figures);
        },
      ),
    );
  });
});
