import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/finding/catalogue.js';
import { answerReaders, readAnswer, readValue } from '../../src/response/reading/read-answer.js';
import { questionnaireOf, survey } from './fixture.js';

const readers = new Map(answerReaders(survey).map((reader) => [reader.question.id, reader]));
const place = { file: 'a.csv', cell: { line: 2, column: 1, name: 'q' } };

function readerOf(id: string) {
  const reader = readers.get(id);
  if (reader === undefined) throw new Error(id);
  return reader;
}

/** The value, the non-answer in brackets, nothing for a blank, or the text of the fault. */
function read(id: string, written: unknown): unknown {
  const reading = readAnswer(readerOf(id), written, { place, name: id });
  switch (reading.kind) {
    case 'value':
      return reading.value;
    case 'non_answer':
      return `(${reading.non_answer})`;
    case 'blank':
      return undefined;
    case 'fault':
      return textOf(reading.finding);
  }
}

describe('an answer as it may be written', () => {
  test.each([
    ['owner', '3', 3],
    ['owner', 3, 3],
    ['owner', ' 3.0 ', 3],
    ['owner', 'established', 3],
    ['owner', '  ESTABLISHED ', 3],
    ['owner', 'Nobody knows who owns what.', 1],
    ['owner', 'DK', '(dont_know)'],
    ['owner', "don't KNOW", '(dont_know)'],
    ['owner', 'Don’t know', '(dont_know)'],
    ['owner', 'dont_know', '(dont_know)'],
    ['owner', 'not  sure', '(dont_know)'],
    ['owner', '3 - Established', 3],
    ['owner', 'n/a', '(not_applicable)'],
    ['owner', '', undefined],
    ['owner', ' \u00a0', undefined],
    ['owner', '-', undefined],
    ['owner', null, undefined],
    ['published', 'Yes', true],
    ['published', 'n', false],
    ['published', '0', false],
    ['published', true, true],
    ['hosting', 'cloud', 'cloud'],
    ['hosting', 'our  own', 'own'],
    ['tools', 'catalogue', ['catalogue']],
    ['tools', 'A catalogue; quality;', ['catalogue', 'quality']],
    ['tools', 'quality reports; weekly', ['quality']],
    ['tools', ['quality', 'A catalogue'], ['quality', 'catalogue']],
    ['tools', 'catalogue;catalogue', ['catalogue']],
    ['tools', 'None of these', ['none']],
    ['tools', [], undefined],
    ['share', '12.5', 12.5],
    ['share', '-0', 0],
    ['share', '1e-7', 1e-7],
    ['sets', '3', 3],
    ['code', 'AB12', 'AB12'],
    ['remark', 'Not bad: 3 of 4', 'Not bad: 3 of 4'],
    ['since', '2024-02-29', '2024-02-29'],
  ])('%s: %j is %j', (id, written, value) => expect(read(id, written)).toEqual(value));
});

describe('what is no answer is told with what would be one', () => {
  test.each([
    [
      'owner',
      '5',
      '`owner` is "5"; allowed: `1` (Nobody knows who owns what.), `2` (Emerging), `3` (Established), `4` (Every dataset has an owner who reviews it yearly.)',
    ],
    ['published', 'maybe', '`published` is "maybe"; allowed: `yes`, `no`'],
    [
      'hosting',
      'clowd',
      '`hosting` is "clowd"; allowed: `own` (Our own), `cloud` (Cloud); did you mean `cloud`?',
    ],
    [
      'hosting',
      'refused',
      '`hosting` is "refused", but `refused` is not permitted here; permitted: `dont_know` or `not_applicable`',
    ],
    ['share', 'N/A', '`share` is "N/A", but `not_applicable` is not permitted here; no non-answer is'],
    ['tools', 'none; quality', '`tools` has `none`, which stands alone, together with `quality`'],
    ['tools', 'catalogue; DK', '`tools` has "DK" beside other answers'],
    [
      'tools',
      'catalogue, quality',
      '`tools` is "catalogue, quality"; allowed: `catalogue` (A catalogue), `quality` (Quality reports; weekly), `none` (None of these); did you mean `catalogue`?',
    ],
    ['share', '12,5', '`share` is "12,5", which is not a number; did you mean `12.5`?'],
    ['share', '12 %', '`share` is "12 %", which is not a number; did you mean `12`?'],
    ['share', '101', '`share` is "101"; allowed: from 0 to 100'],
    ['share', Number.NaN, '`share` is "null", which is not a number'],
    ['share', '0x10', '`share` is "0x10", which is not a number'],
    ['sets', '2.5', '`sets` is "2.5"; it must be a whole number'],
    ['sets', '-1', '`sets` is "-1"; allowed: at least 0'],
    ['code', 'ab12', '`code` is "ab12"; allowed: what matches `^[A-Z]{2}[0-9]+$`'],
    ['code', 'AB12345', '`code` has 7 characters; allowed: 5 at most'],
    ['since', '29/02/2024', '`since` is "29/02/2024", which is not a date of the calendar'],
    ['since', '2023-02-29', '`since` is "2023-02-29", which is not a date of the calendar'],
    ['since', '1999-12-31', '`since` is "1999-12-31"; allowed: from 2000-01-01 to 2030-12-31'],
    ['remark', 'a\0b', '`remark` holds a NUL character, which no text has'],
    ['remark', 3, '`remark` is "3", where a text is needed'],
    ['owner', ['3'], '`owner` is "["3"]", where one level is needed'],
    [
      'owner',
      '3 - Leading',
      '`owner` is "3 - Leading"; allowed: `1` (Nobody knows who owns what.), `2` (Emerging), `3` (Established), `4` (Every dataset has an owner who reviews it yearly.); did you mean `4` (Leading)?',
    ],
  ])('%s: %j', (id, written, told) => expect(read(id, written)).toBe(told));
});

test('a label of two levels has to be written as its value', () => {
  const twins = questionnaireOf(`
scales: { s: { levels: [{ value: 1, label: Good }, { value: 2, label: good }] } }
dimensions: [{ id: d, title: D, questions: [{ id: q, text: Q?, scale: s }] }]
`);
  const [reader] = answerReaders(twins);
  const reading = reader && readAnswer(reader, 'Good', { place, name: 'q' });
  expect(reading?.kind === 'fault' && textOf(reading.finding)).toBe(
    '`q` is "Good", which stands for more than one answer',
  );
});

test('under `value` any text is an answer to a text question, a non-answer word too', () => {
  const reader = readerOf('remark');
  expect(readValue(reader, 'N/A', { place, name: 'remark' })).toEqual({ kind: 'value', value: 'N/A' });
  expect(readAnswer(reader, 'N/A', { place, name: 'remark' }).kind).toBe('non_answer');
});

describe('a value written as a cell is read back as itself', () => {
  const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
  test.each([
    ['owner', fc.constantFrom(1, 2, 3, 4)],
    ['published', fc.boolean()],
    ['hosting', fc.constantFrom('own', 'cloud')],
    ['tools', fc.uniqueArray(fc.constantFrom('catalogue', 'quality'), { minLength: 1 })],
    ['share', fc.double({ min: 0, max: 100, noNaN: true }).map((n) => n + 0)],
    ['since', dates.map((date) => date.toISOString().slice(0, 10))],
  ])('%s', (id, values: fc.Arbitrary<unknown>) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(read(id, Array.isArray(value) ? value.join('; ') : String(value))).toEqual(value);
        expect(read(id, value)).toEqual(value);
      }),
    );
  });
});

test('no text whatever is more than an answer, a non-answer, a blank or a fault', () => {
  fc.assert(
    fc.property(fc.constantFrom(...readers.keys()), fc.string({ unit: 'binary' }), (id, text) => {
      expect(['value', 'non_answer', 'blank', 'fault']).toContain(
        readAnswer(readerOf(id), text, { place, name: id }).kind,
      );
    }),
  );
});
