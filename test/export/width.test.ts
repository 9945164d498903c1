import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { displayWidth, truncate, wrap } from '../../src/export/text/width.js';

test('every character has the width that string-width gives it', () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  expect(characters.filter((each) => displayWidth(`a${each}b`) !== stringWidth(`a${each}b`))).toEqual([]);
});

test('a text is cut with the ellipsis inside the width, never through a character', () => {
  expect(truncate('Kensington', 10, '…')).toBe('Kensington');
  expect(truncate('Kensington', 6, '…')).toBe('Kensi…');
  expect(truncate('The Borough', 5, '…')).toBe('The…');
  expect(truncate('住宅部門', 4, '…')).toBe('住…');
  expect(truncate('👩‍👩‍👧👩‍👩‍👧', 3, '…')).toBe('👩‍👩‍👧…');
  expect(truncate('abc', 2, '...')).toBe('..');
});

test('lines break at spaces, and in words only where they must', () => {
  expect(wrap('Culture and people', 11)).toEqual(['Culture and', 'people']);
  expect(wrap('Department', 9, '-')).toEqual(['Depar-', 'tment']);
  expect(wrap('Day-to-day service', 7, '-')).toEqual(['Day-to-', 'day', 'service']);
  expect(wrap('up-to-dateness', 6, '-')).toEqual(['up-to-', 'date-', 'ness']);
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  expect(wrap('', 4)).toEqual(['']);
});

test('whatever the text, it fits', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 12, max: 40 }),
      fc.constantFrom('', '-'),
      (text, width, hyphen) => {
        expect(displayWidth(truncate(text, width, '…'))).toBeLessThanOrEqual(width);
        for (const line of wrap(text, width, hyphen)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      },
    ),
  );
});
