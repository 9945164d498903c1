import { rule } from '../rule.js';
import { and, count, didYouMean, oneOf, shown } from '../words.js';

/** Problems of the columns of returned files: what they are headed by, and what all of a column is read as. */
export const returnedColumnRules = {
  'duplicate-column': rule<{ column: string; first: string }>({
    severity: 'error',
    text: ({ column, first }) => `the column ${shown(column)} is there twice, the first time as ${first}`,
    help: () => 'Take one of the two out, or rename it; until then no response in this file can be read.',
  }),
  'unknown-column': rule<{ column: string; suggestion: string | undefined }>({
    severity: 'warning',
    text: ({ column, suggestion }) =>
      `the column ${column === '' ? 'without a name' : shown(column)} is not known and was not read${didYouMean(suggestion)}`,
    help: ({ suggestion }) =>
      suggestion === undefined ? undefined : `Rename it to \`${suggestion}\` to have it read.`,
  }),
  'map-unknown-column': rule<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    text: ({ name, suggestion }) => `\`${name}\` is no column of the questionnaire${didYouMean(suggestion)}`,
    help: () =>
      'Name a question, a profile field, a follow-up such as `data_owner__note`, or a column about the response such as `wave`.',
  }),
  'missing-column': rule<{
    column: string;
    what: 'question' | 'unit' | 'profile';
    suggestion: string | undefined;
  }>({
    severity: 'error',
    text: ({ column, what, suggestion }) =>
      `there is no column \`${column}\`, ${
        what === 'question'
          ? 'and the question is required'
          : what === 'unit'
            ? 'which says which unit a response belongs to'
            : 'and the profile field is required'
      }: every response in this file is refused${suggestion === undefined ? '' : `; is it ${shown(suggestion)}?`}`,
    help: ({ column, suggestion }) =>
      suggestion === undefined
        ? `Add the column \`${column}\`.`
        : `Rename ${shown(suggestion)} to \`${column}\`.`,
  }),
  'missing-asked-column': rule<{ column: string; responses: number }>({
    severity: 'error',
    text: ({ column, responses }) =>
      `there is no column \`${column}\`, and the question is required in ${count(responses, 'response')}: refused`,
    help: ({ column }) => `Add the column \`${column}\`.`,
  }),
  'questions-without-column': rule<{ questions: readonly string[]; of: number }>({
    severity: 'warning',
    text: ({ questions, of }) =>
      `${questions.length} of ${count(of, 'question')} ${questions.length === 1 ? 'has' : 'have'} no column and count${
        questions.length === 1 ? 's' : ''
      } as unanswered: ${oneOf(questions).replace(' or ', ' and ')}`,
  }),
  'unit-without-column': rule<{ column: string }>({
    severity: 'warning',
    text: ({ column }) =>
      `there is no column \`${column}\`: every response in this file belongs to \`(none)\``,
  }),
  'no-question-columns': rule<{
    delimiter: string;
    columns: number;
    example: string | undefined;
    looked: readonly string[];
  }>({
    severity: 'error',
    text: ({ columns }) =>
      `none of the ${count(columns, 'column')} is a question of this questionnaire: nothing was read`,
    help: ({ delimiter, example, looked }) =>
      `The first row must hold the ids of questions${
        example === undefined ? '' : `, such as \`${example}\``
      }, or their texts. Looked for: ${looked.join('; ')}. Cells were taken to be separated by ${delimiter}. \`--flavour\` says whose table it is, and \`--map\` which column is which question.`,
  }),
  'headings-damaged': rule<{ lost: 'characters' | 'cells' }>({
    severity: 'error',
    text: ({ lost }) =>
      `${
        lost === 'characters'
          ? 'a heading holds a control character, which no text has'
          : 'this row of headings has another number of cells than the one above it'
      }: what stands under which heading cannot be told, and nothing was read`,
    help: () => 'The file is damaged, or was edited by hand: export it again.',
  }),
  'titles-in-order': rule<{ title: string; questions: readonly string[] }>({
    severity: 'info',
    text: ({ title, questions }) =>
      `${count(questions.length, 'column')} are called ${shown(title)}, and as many questions: they were taken in their order, for ${and(questions)}`,
    help: () => 'Say in a map which is which, if the form asks them in another order.',
  }),
  'constant-passed-over': rule<{ name: string; value: string; responses: number }>({
    severity: 'warning',
    text: ({ name, value, responses }) =>
      `\`${name}\` is to be ${shown(value)} in this file, but a response in JSON says for itself what it is: passed over in ${count(responses, 'response')}`,
    help: ({ name }) => `Write \`${name}\` into the responses, or import them from a table.`,
  }),
  'date-order-unknown': rule<{ name: string; found: string }>({
    severity: 'error',
    text: ({ name, found }) =>
      `\`${name}\`: ${shown(found)} may have its day or its month first, and no date in the file shows which`,
    help: () => 'Say so with `--dates dmy` or `--dates mdy`, or write dates as 2026-11-23.',
  }),
  'decimal-mark-unknown': rule<{ name: string; found: string }>({
    severity: 'error',
    text: ({ name, found }) =>
      `\`${name}\`: the comma in ${shown(found)} may part thousands or the fraction, and no number in the column shows which`,
    help: () => 'Write the number without separators, its fraction behind a point.',
  }),
};
