import { rule } from '../rule.js';
import { count } from '../words.js';

type None = Record<string, never>;

/** Problems of returned files as files, and as tables as a whole. */
export const returnedFileRules = {
  'input-empty': rule<None>({
    severity: 'error',
    text: () => 'the file is empty: there is no header row and no response in it',
    help: () => 'Is it the right file, and was it saved?',
  }),
  'input-not-utf8': rule<None>({
    severity: 'error',
    text: () => 'bytes stand here that are no characters of the file’s encoding, UTF-8',
    help: () => 'Write the text anew, and save the file as UTF-8: in Excel, "CSV UTF-8 (Comma delimited)".',
  }),
  'input-windows-1252': rule<None>({
    severity: 'info',
    text: () => 'the file is not UTF-8 and was read as windows-1252, the encoding of Excel’s plain "CSV"',
    help: () => 'If accents or pound signs look wrong, save it as "CSV UTF-8 (Comma delimited)".',
  }),
  'input-too-large': rule<{ megabytes: number }>({
    severity: 'error',
    text: ({ megabytes }) => `the file has more than ${megabytes} MB, too much for one JSON text`,
    help: () => 'Write it as JSONL, one response a line: that is read line by line, whatever its length.',
  }),
  'input-no-responses': rule<None>({
    severity: 'warning',
    text: () => 'there is no response in the file',
  }),
  'input-is-journal': rule<{ journal: string; response: string }>({
    severity: 'error',
    text: () =>
      'this is the journal of an interview: it tells how the answers were given, and is no response',
    help: ({ journal, response }) =>
      `Name the response beside it, \`${response}\`. Where there is none, the interview is not finished: go on with it by \`milepost interview QUESTIONNAIRE --resume ${journal}\`.`,
  }),
  'rows-above-header': rule<{ rows: number; line: number }>({
    severity: 'info',
    text: ({ rows, line }) =>
      `the header is row ${line}: ${rows === 1 ? 'the row above it is' : `the ${rows} rows above it are`} taken for a title, and not read`,
  }),
  'csv-syntax': rule<{ detail: string }>({
    severity: 'error',
    text: ({ detail }) => `the table cannot be read from here on: ${detail}`,
    help: () =>
      'A cell with a quote, a line break or the delimiter in it stands in quotes, its own quotes doubled.',
  }),
  'json-syntax': rule<{ detail: string }>({
    severity: 'error',
    text: ({ detail }) => `this is no JSON: ${detail}`,
  }),
  'json-not-responses': rule<{ found: string }>({
    severity: 'error',
    text: ({ found }) => `the file holds ${found}, where a response or a list of responses is needed`,
  }),
  'turned-too-long': rule<{ most: number }>({
    severity: 'error',
    text: ({ most }) =>
      `the table has its questions one below the other and more than ${most.toLocaleString('en-GB')} lines: nothing was read`,
    help: () => 'Take out what is none of the questions, or write one row a response.',
  }),
  'duplicate-file-name': rule<{ rows: number; other: string }>({
    severity: 'error',
    text: ({ rows, other }) =>
      `${count(rows, 'row')} without a \`response_id\` would have the same ids as rows of ${other}, a file of the same name: refused`,
    help: () => 'Rename one of the files, or add a column `response_id`.',
  }),
  'same-file': rule<{ other: string; responses: number }>({
    severity: 'error',
    text: ({ other, responses }) =>
      `the file is the same as ${other}, byte for byte: refused${responses === 0 ? '' : `, so that ${count(responses, 'response')} ${responses === 1 ? 'does' : 'do'} not count twice`}`,
    help: () => 'Take one of them out. If two people did say the same, give each a `response_id`.',
  }),
};
