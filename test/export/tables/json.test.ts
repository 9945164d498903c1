import fc from 'fast-check';
import { expect, test } from 'vitest';
import { json, jsonl } from '../../../src/export/tables/writers/json.js';
import { label, score, table } from '../fixture.js';

const shown = table(
  [label('unit'), score('2025'), score('overall')],
  [
    ['North', 2.5, 'insufficient'],
    ['South\u001b[31m', 'withheld', 0],
  ],
);

test('JSON is an array with an object a row, in the order of columns', () => {
  expect(json.write(shown)).toMatchInlineSnapshot(`
    "[
      {"unit": "North", "2025": 2.5, "overall": null},
      {"unit": "South\\u001b[31m", "2025": null, "overall": 0}
    ]
    "
  `);
});

test('JSONL is an object a line', () => {
  expect(jsonl.write(shown)).toMatchInlineSnapshot(`
    "{"unit": "North", "2025": 2.5, "overall": null}
    {"unit": "South\\u001b[31m", "2025": null, "overall": 0}
    "
  `);
});

test('without rows they are valid still', () => {
  const empty = table([label('unit')], []);
  expect(json.write(empty)).toBe('[]\n');
  expect(jsonl.write(empty)).toBe('');
});

test('whatever the text, it is read back, and no control character is in it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (text, value) => {
        const each = table(
          [label('__proto__'), score('b')],
          [
            [
              { kind: 'text', text },
              { kind: 'number', value },
            ],
          ],
        );
        for (const written of [json.write(each), `[${jsonl.write(each)}]`]) {
          expect(written.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
          const [row] = JSON.parse(written);
          expect(Object.entries(row)).toEqual([
            ['__proto__', text],
            ['b', value + 0],
          ]);
        }
      },
    ),
  );
});
