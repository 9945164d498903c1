import { describe, expect, test } from 'vitest';
import { cutSeveral } from '../../src/intake/rows/cut-several.js';
import { questionnaireOf } from '../response/fixture.js';
import { take } from './fixture.js';

const tools = questionnaireOf(`
profile: [{ id: organisation, title: Authority, required: true, unit: true }]
dimensions:
  - id: d
    title: D
    questions:
      - id: tools
        text: Which are in use?
        type: choices
        options:
          - { id: sheets, label: Spreadsheets }
          - { id: own, label: 'Systems, own or shared' }
          - { id: other, label: Other }
          - { id: none, label: None of these, exclusive: true }
`);
const read = (cell: string) =>
  take({ 'a.csv': `response_id,organisation,tools\n1,N,"${cell}"\n` }, { questionnaire: tools });

describe('a cell with several answers', () => {
  test('is cut by the longest option that fits, so that a comma within one does not part it', () => {
    const known = ['Systems', 'Systems, own or shared', 'Spreadsheets'];
    expect(cutSeveral('systems, own or shared, Spreadsheets', known, [', '])).toEqual({
      words: ['Systems, own or shared', 'Spreadsheets'],
      rest: [],
    });
    expect(cutSeveral('Systems, Spreadshets', known, [', '])).toEqual({
      words: ['Systems'],
      rest: ['Spreadshets'],
    });
  });
  test('may have a line for each, and an end behind the last', async () => {
    const { responses } = await read('Spreadsheets;\nSystems, own or shared;');
    expect(responses[0]?.answers.tools).toEqual({ value: ['sheets', 'own'] });
  });
  test('keeps what is written behind "Other:" as a note', async () => {
    const { responses } = await read('Spreadsheets; Other (please say): a card index');
    expect(responses[0]?.answers.tools).toEqual({
      value: ['sheets', 'other'],
      note: 'Other (please say): a card index',
    });
  });
  test('is refused for what is left over, with what it may have been', async () => {
    const { texts, helps } = await read('Spreadsheets; Systems own and shared');
    expect(texts).toEqual([
      '`tools`: "Systems own and shared" is none of the options; did you mean `Systems, own or shared`?',
    ]);
    expect(helps).toEqual([
      'Allowed are `sheets`, `own`, `other` or `none`. Write `Other: …` before words of one’s own to have them kept as a note.',
    ]);
  });
  test('is refused where an option that stands alone has company', async () => {
    expect((await read('None of these; Spreadsheets')).rejected).toEqual(['2 option-not-alone']);
  });
});

test('a range that a spreadsheet has made a date of is named', async () => {
  const staff = questionnaireOf(`
profile: [{ id: organisation, title: Authority, required: true, unit: true }]
dimensions:
  - id: d
    title: D
    questions:
      - id: staff
        text: How many analysts are there?
        type: choice
        options: [{ id: few, label: 2-3 }, { id: some, label: 4-10 }]
`);
  const { texts } = await take(
    { 'a.csv': 'response_id,organisation,staff\n1,N,02-Mar\n2,N,10-Apr\n3,N,2026-03-02\n4,N,Feb-03\n' },
    { questionnaire: staff },
  );
  expect(texts).toEqual([
    '`staff`: "02-Mar" is a date; perhaps `2-3`, turned into one by a spreadsheet',
    '`staff`: "10-Apr" is a date; perhaps `4-10`, turned into one by a spreadsheet',
    '`staff`: "2026-03-02" is a date; perhaps `2-3`, turned into one by a spreadsheet',
    '`staff`: "Feb-03" is a date; perhaps `2-3`, turned into one by a spreadsheet',
  ]);
});
