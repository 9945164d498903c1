import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, tsv } from '../../../src/export/tables/writers/delimited.js';
import { safeText } from '../../../src/response/texts/safe-text.js';
import { count, departments, label, score, table, text } from '../fixture.js';

test('keys, shortest figures, and nothing for an absent score', () => {
  expect(csv.write(departments)).toMatchInlineSnapshot(`
    "department,responses,data,culture,service,security,contracts,overall
    Housing,12,67.5,41,22.08,80,55.5,53.22
    Adult social care,4,12.5,,48.3,25,0,21.45
    Children and families,9,100,76.25,75,91.67,,85.73
    Planning,1,50,,,30,41.2,
    "
  `);
});

test('tabs', () => {
  const shown = table([label('unit'), text('note'), score('overall')], [['North', 'a\tb', 2.5]]);
  expect(tsv.write(shown)).toBe('unit\tnote\toverall\nNorth\t"a\tb"\t2.5\n');
});

test('what needs quotes gets them, figures never', () => {
  const shown = table(
    [label('unit'), text('note'), score('overall')],
    [
      ['North, East', 'said "no"', -3],
      ['South', 'two\nlines', 0],
      ['West', '; and | too', 1e-7],
      ['Mid', '', count(1e21)],
    ],
  );
  expect(csv.write(shown)).toMatchInlineSnapshot(`
    "unit,note,overall
    "North, East","said ""no""",-3
    South,"two
    lines",0
    West,; and | too,0.0000001
    Mid,,1000000000000000000000
    "
  `);
});

test.each(['=1+1', '+1', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1'])(
  '%j is a text and no formula',
  (formula) => {
    const shown = table([label('unit'), score('overall')], [[formula, -5]]);
    expect(parse(csv.write(shown))).toEqual([
      ['unit', 'overall'],
      [`'${formula}`, '-5'],
    ]);
  },
);

describe('what is not there', () => {
  test('rows leave the header', () => {
    expect(csv.write(table([label('unit'), score('overall')], []))).toBe('unit,overall\n');
  });

  test('columns leave nothing', () => {
    expect(csv.write(table([], []))).toBe('');
  });

  test('the only cell of a row leaves a row', () => {
    expect(csv.write(table([label('unit')], [[null]]))).toBe('unit\n""\n');
  });
});

test.each([
  [csv, ','],
  [tsv, '\t'],
] as const)('what is written is read back: %#', (format, delimiter) => {
  const content = fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => ({ kind: 'text', text }) as const),
    fc
      .string({ unit: fc.constantFrom('"', ',', '\t', '\n', '\r', ';', "'", '=', 'x', ' ') })
      .map((text) => ({ kind: 'text', text }) as const),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ kind: 'number', value }) as const),
    fc.constant({ kind: 'empty' } as const),
  );
  fc.assert(
    fc.property(fc.array(fc.array(content, { minLength: 3, maxLength: 3 })), (rows) => {
      const columns = ['a', 'b', 'c'].map((key) => text(key));
      const read: readonly (readonly string[])[] = parse(format.write(table(columns, rows)), {
        delimiter,
        record_delimiter: '\n',
      });
      expect(read.slice(1)).toHaveLength(rows.length);
      for (const [at, row] of rows.entries()) {
        for (const [i, each] of row.entries()) {
          const back = read[at + 1]?.[i] ?? 'nothing';
          if (each.kind === 'number') {
            expect(back).toMatch(/^-?\d+(\.\d+)?$/);
            expect(Number(back)).toBe(each.value + 0);
          } else expect(back).toBe(each.kind === 'text' ? safeText(each.text) : '');
        }
      }
    }),
  );
});
