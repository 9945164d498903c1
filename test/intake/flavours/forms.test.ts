import { describe, expect, test } from 'vitest';
import { questionnaireOf } from '../../response/fixture.js';
import { fileOf, readExport, sayings } from './exports.js';

const canonical = await readExport(fileOf('canonical.csv'), { name: 'canonical.csv' });
const wanted = sayings(canonical.responses);

/** Nothing wanted but what a sheet without times can say. */
const untimed = wanted.map((response) => ({ ...Object(response), completed: undefined }));

describe('the canonical file', () => {
  test('is read as such, to the last row', () => {
    expect(canonical).toMatchObject({ flavour: 'canonical', counts: '6 = 6 + 0 + 0', texts: [] });
  });
});

describe('Microsoft Forms', () => {
  test.each([
    // Answered by people who were signed in, opened in Excel in English and saved as "CSV UTF-8": M/D/YY, spaces that do not
    // break and line ends in headings, a `;` behind the last of several answers, rows of a grid by themselves.
    ['survey.csv'],
    // A quiz that anybody could answer: points and feedback behind every question, "anonymous", and a question for the e-mail
    // beside the tool's own column.
    ['quiz.csv'],
    // Opened in German Excel: `Id`, semicolons, D.M.YYYY, decimal commas; a grid's columns as `Question.Row`, as newer exports
    // have them.
    ['german.csv'],
    // A form in several languages, opened in French Excel, its questions numbered and marked as required.
    ['french.csv'],
  ])('%s says what the canonical file says', async (name) => {
    const read = await readExport(fileOf(`microsoft-forms/${name}`));
    expect(read).toMatchObject({ flavour: 'microsoft-forms', counts: '6 = 6 + 0 + 0', texts: [] });
    expect(sayings(read.responses)).toEqual(wanted);
    expect(read.responses.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6']);
  });
});

describe('Google Forms', () => {
  test.each([
    // Downloaded from the form as CSV: all cells quoted, `;` between several answers, the time with its zone.
    ['download.csv'],
    // The linked sheet of a French quiz, downloaded from Google Sheets: commas between several answers and within options,
    // D/M/YYYY, decimal commas, columns for scores and feedback.
    ['sheet.csv'],
  ])('%s says what the canonical file says', async (name) => {
    const read = await readExport(fileOf(`google-forms/${name}`));
    expect(read).toMatchObject({ flavour: 'google-forms', counts: '6 = 6 + 0 + 0', texts: [] });
    expect(sayings(read.responses)).toEqual(wanted);
  });
});

describe('sheets filled in by hand', () => {
  test.each([
    // A consultant's sheet with a service a column: a title, profile lines above, numbers, headings between, a grid below its
    // question, several answers on lines of their own, D/M/YYYY.
    ['one-a-column.csv', untimed],
    // The same with a column of comments beside each respondent's, in the order of a paper form.
    ['comments.csv', wanted],
    // The wide header typed again by hand, below a title: other case, spaces and punctuation, answers in lower case.
    ['wide.csv', untimed],
  ])('%s says what the canonical file says', async (name, said) => {
    const read = await readExport(fileOf(`hand-filled/${name}`));
    const texts =
      name === 'wide.csv' ? ['the header is row 2: the row above it is taken for a title, and not read'] : [];
    expect(read).toMatchObject({ flavour: 'hand-filled', counts: '6 = 6 + 0 + 0', texts });
    expect(sayings(read.responses)).toEqual(said);
  });

  // A sheet that was sent to every service and came back with one column of answers: `Authority: …` in one cell, sections and
  // guidance beside the questions, a column for comments.
  test.each([1, 2, 3, 4, 5, 6])('one-answer-%i.csv says what the canonical file says', async (which) => {
    const read = await readExport(fileOf(`hand-filled/one-answer-${which}.csv`));
    expect(read).toMatchObject({ flavour: 'hand-filled', counts: '1 = 1 + 0 + 0', texts: [] });
    expect(sayings(read.responses)).toEqual(untimed.slice(which - 1, which));
  });
});

/** Two grids with the same rows, and two questions with one text. */
const twice = questionnaireOf(`
profile: [{ id: organisation, title: Authority, required: true, unit: true }]
scales: { s: { levels: [{ value: 1, label: Low }, { value: 2, label: High }] } }
dimensions:
  - id: d
    title: D
    questions:
      - { id: use, text: How much is it used?, scale: s, items: [{ id: phone, text: Telephone }, { id: web, text: Website }] }
      - { id: use_more, text: Anything to add?, type: text }
      - { id: like, text: How well is it liked?, scale: s, items: [{ id: phone, text: Telephone }, { id: web, text: Website }] }
      - { id: like_more, text: Anything to add?, type: text }
`);

describe('headings with one title', () => {
  const answers = {
    use_phone: { value: 1 },
    use_web: { value: 2 },
    use_more: { value: 'x' },
    like_phone: { value: 2 },
    like_web: { value: 1 },
    like_more: { value: 'y' },
  };
  test.each([
    [
      'numbered by Microsoft Forms',
      'ID,Start time,Completion time,Email,Name,Authority,Telephone,Website,Anything to add?,Telephone2,Website2,Anything to add?2\n1,,,,,N,Low,High,x,High,Low,y\n',
    ],
    [
      'as they are in Google Forms',
      'Timestamp,Authority,How much is it used? [Telephone],How much is it used? [Website],Anything to add?,How well is it liked? [Telephone],How well is it liked? [Website],Anything to add?\n,N,Low,High,x,High,Low,y\n',
    ],
  ])('%s are taken in their order, which is told', async (_, text) => {
    const { responses, rules, texts } = await readExport(text, {
      questionnaire: twice,
      options: { keep: new Set() },
    });
    expect(responses[0]?.answers).toEqual(answers);
    expect(new Set(rules)).toEqual(new Set(['titles-in-order']));
    expect(texts).toContain(
      '2 columns are called "Anything to add?", and as many questions: they were taken in their order, for `use_more` and `like_more`',
    );
  });
  test('are not, if there are fewer of them than questions', async () => {
    const { responses, texts } = await readExport(
      'ID,Start time,Completion time,Email,Name,Authority,Telephone,Anything to add?,Anything to add?2\n1,,,,,N,Low,x,y\n',
      { questionnaire: twice, options: { keep: new Set() } },
    );
    expect(responses[0]?.answers).toMatchObject({ use_phone: {}, like_phone: {}, use_more: { value: 'x' } });
    expect(texts).toContain('the column "Telephone" is not known and was not read');
  });
});

describe('whose table it is', () => {
  test('a header of ids is canonical, a time before it or not', async () => {
    const table = (head: string, row: string) =>
      readExport(`${head},organisation,department,data_owner\n${row},N,H,3\n`, { name: 'a.csv' });
    expect((await table('response_id', '1')).flavour).toBe('canonical');
    expect((await table('Timestamp,response_id', '2026-11-23,1')).flavour).toBe('canonical');
  });
  test('a form tool is known by its own columns where its questions bear ids', async () => {
    const { flavour, responses } = await readExport(
      'ID,Start time,Completion time,Email,Name,organisation,department,data_owner\n7,,,anonymous,anonymous,N,H,3\n',
    );
    expect(flavour).toBe('microsoft-forms');
    expect(responses[0]).toMatchObject({ id: '7', answers: { data_owner: { value: 3 } } });
  });
  test('people who answered are dropped, unless kept; "anonymous" is nobody', async () => {
    const table =
      'ID,Start time,Completion time,Email,Name,Authority,Department,Is there a data strategy?\n1,,,a@b.example,Ann,N,H,yes\n2,,,anonymous,,N,H,yes\n';
    const kept = await readExport(table);
    expect(kept.responses.map(({ profile }) => profile.email)).toEqual(['a@b.example', undefined]);
    const dropped = await readExport(table, { options: { keep: new Set() } });
    expect(JSON.stringify(dropped)).not.toMatch(/a@b|Ann/);
  });
  test('what people wrote beside the options is refused by its cell, with what is allowed', async () => {
    const { counts, texts } = await readExport(
      'ID,Start time,Completion time,Email,Name,Authority,Department,Which of these are in use?\n1,,,,,N,H,Spreadsheets;a card index;\n',
    );
    expect(counts).toBe('1 = 0 + 1 + 0');
    expect(texts[0]).toBe('`tools`: "a card index" is none of the options');
  });
  test('exports of two forms count from 1 each: without their ids, responses go by file and row', async () => {
    const table =
      'ID,Start time,Completion time,Email,Name,Authority,Department,Is there a data strategy?\n1,,,,,N,H,yes\n';
    const { responses } = await readExport(table, {
      name: 'housing.csv',
      map: 'ignore: [ID]',
    });
    expect(responses.map(({ id }) => id)).toEqual(['housing:1']);
    const rejects = table.replace('Name,', 'Name,rejected_id,').replace('1,,,,,', '1,,,,,housing:1,');
    const again = await readExport(rejects, { name: 'rejects.csv', map: 'ignore: [ID]' });
    expect(again.responses.map(({ id }) => id)).toEqual(['housing:1']);
  });
});
