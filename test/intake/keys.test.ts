import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alikeColumns, alikeRows } from '../../src/intake/keys/alike.js';
import { responseKeys } from '../../src/intake/keys/keys.js';

test('a key is claimed once, as in a map of all keys', () => {
  const wave = fc.option(fc.string({ unit: 'binary', maxLength: 3 }), { nil: undefined });
  const id = fc.string({ unit: 'binary', maxLength: 4 });
  fc.assert(
    fc.property(fc.array(fc.tuple(wave, id), { maxLength: 2000 }), (claims) => {
      const keys = responseKeys();
      keys.nextFile();
      const first = new Map<string, number>();
      for (const [position, [ofWave, ofId]] of claims.entries()) {
        const key = JSON.stringify([ofWave ?? '', ofId]);
        const known = first.get(key);
        expect(keys.claim(ofWave, ofId, position)).toEqual(
          known === undefined ? undefined : { file: 0, position: known },
        );
        if (known === undefined) first.set(key, position);
      }
    }),
  );
});

test('a claim names the file it was made in', () => {
  const keys = responseKeys();
  for (let file = 0; file < 3; file += 1) {
    keys.nextFile();
    if (file !== 1) for (let row = 0; row < 3000; row += 1) keys.claim('2026', `${file}-${row}`, row + 2);
  }
  expect(keys.claim('2026', '0-2999', 1)).toEqual({ file: 0, position: 3001 });
  expect(keys.claim('2026', '2-0', 1)).toEqual({ file: 2, position: 2 });
  expect(keys.claim('2025', '2-0', 1)).toBeUndefined();
});

test('rows are alike when all their cells are, in the same columns', () => {
  const alike = alikeRows();
  const columns = alikeColumns(['q1', 'q2', 'q3']);
  const find = (cells: readonly string[], position: number, of = columns) =>
    alike.firstOf(of, cells, { file: 3, position });
  for (let row = 0; row < 5000; row += 1) expect(find([`${row}`, 'a', ''], row + 2)).toBeUndefined();
  expect(find(['4000', 'a', ''], 9000)).toEqual({ file: 3, position: 4002 });
  expect(find(['4000', '', 'a'], 9001)).toBeUndefined();
  expect(find(['400', '0a', ''], 9002)).toBeUndefined();
  expect(find(['4000', 'a', ''], 9003, alikeColumns(['q1', 'q2', 'q4']))).toBeUndefined();
});
