import { describe, expect, test } from 'vitest';
import { questionnaireOf } from '../response/fixture.js';
import { take } from './fixture.js';

const dated = questionnaireOf(`
profile: [{ id: organisation, title: Authority, required: true, unit: true }]
dimensions:
  - id: d
    title: D
    questions:
      - { id: ends, text: When does the contract end?, type: date }
      - { id: cost, text: What does it cost in millions?, type: number }
`);

const read = async (rows: string, dates?: 'dmy' | 'mdy') => {
  const outcome = await take(
    { 'a.csv': `response_id;organisation;completed;ends;cost\n${rows}` },
    { questionnaire: dated, ...(dates === undefined ? {} : { options: { dates } }) },
  );
  return {
    ...outcome,
    answers: outcome.responses.map(({ completed, answers }) => [
      completed,
      answers.ends?.value,
      answers.cost?.value,
    ]),
  };
};

describe('a date with its day or month first', () => {
  test('is read by what any date of the file shows, be it a later one', async () => {
    const { answers, findings } = await read('1;N;;03/04/2027;\n2;N;;01/05/2027;\n3;N;31/12/26 17:05;;\n');
    expect(answers).toEqual([
      [undefined, '2027-04-03', undefined],
      [undefined, '2027-05-01', undefined],
      ['2026-12-31T17:05:00', undefined, undefined],
    ]);
    expect(findings).toEqual([]);
  });
  test('with the month first', async () => {
    const { answers } = await read('1;N;03/04/2027 9:15:00 PM;04/30/2027;\n');
    expect(answers).toEqual([['2027-03-04T21:15:00', '2027-04-30', undefined]]);
  });
  test('is refused where nothing shows which, unless it is said', async () => {
    const rows = '1;N;;03/04/2027;\n2;N;;2027-05-01;\n';
    const { rejected, texts, helps, accepted } = await read(rows);
    expect(rejected).toEqual(['2 date-order-unknown']);
    expect(accepted).toEqual(['2']);
    expect(texts).toEqual([
      '`ends`: "03/04/2027" may have its day or its month first, and no date in the file shows which',
    ]);
    expect(helps).toEqual(['Say so with `--dates dmy` or `--dates mdy`, or write dates as 2026-11-23.']);
    expect((await read(rows, 'dmy')).answers[0]).toEqual([undefined, '2027-04-03', undefined]);
    expect((await read(rows, 'mdy')).answers[0]).toEqual([undefined, '2027-03-04', undefined]);
  });
  test('that contradicts the others is refused', async () => {
    const { rejected } = await read('1;N;;31/12/2027;\n2;N;;12/31/2027;\n');
    expect(rejected).toEqual(['3 answer-not-a-date']);
  });
  test('with the year first needs nobody to say', async () => {
    const { answers } = await read('1;N;2026/11/23 10:05:33 am GMT;2027/1/5;\n');
    expect(answers).toEqual([['2026-11-23T10:05:33Z', '2027-01-05', undefined]]);
  });
});

describe('a comma in a number', () => {
  test('is a decimal comma where the column shows it', async () => {
    const { answers } = await read('1;N;;;1,250\n2;N;;;0,5\n3;N;;;1.234,5\n');
    expect(answers.map(([, , cost]) => cost)).toEqual([1.25, 0.5, 1234.5]);
  });
  test('parts thousands where the column shows it', async () => {
    const { answers } = await read('1;N;;;1,250\n2;N;;;1,234.5\n');
    expect(answers.map(([, , cost]) => cost)).toEqual([1250, 1234.5]);
  });
  test('is refused where it may be either', async () => {
    const { rejected, texts } = await read('1;N;;;1,250\n2;N;;;7\n');
    expect(rejected).toEqual(['2 decimal-mark-unknown']);
    expect(texts).toEqual([
      '`cost`: the comma in "1,250" may part thousands or the fraction, and no number in the column shows which',
    ]);
  });
});
