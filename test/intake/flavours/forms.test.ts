import { describe, expect, test } from 'vitest';
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
    expect(read).toMatchObject({ flavour: 'hand-filled', counts: '6 = 6 + 0 + 0', texts: [] });
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
