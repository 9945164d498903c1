import { rule } from '../rule.js';
import { and, count, didYouMean, oneOf, shown } from '../words.js';

type None = Record<string, never>;

/** Problems of returned files: as files, as tables, and of the responses in them among each other. */
export const intakeRules = {
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
  'duplicate-conflict-personal': rule<{ id: string; name: string }>({
    severity: 'warning',
    text: ({ id, name }) =>
      `response \`${id}\` says otherwise to \`${name}\` here than where it came first: the first stays`,
    help: () => 'It is a personal field, so what it holds is not shown here.',
  }),
  'duplicate-conflict': rule<{ id: string; name: string; kept: string; other: string }>({
    severity: 'warning',
    text: ({ id, name, kept, other }) =>
      `response \`${id}\` says ${shown(other)} to \`${name}\` here, and ${shown(kept)} where it came first: the first stays`,
    help: () => 'Ask which holds, and give it as an adjustment.',
  }),
  'duplicate-undated': rule<{ id: string }>({
    severity: 'warning',
    text: ({ id }) =>
      `response \`${id}\` is there more than once, here without a time: which is the latest cannot be told, so the last that was read counts`,
    help: () => 'Fill in `completed` for each, or choose with `--duplicates last`.',
  }),
  'map-unknown-column': rule<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    text: ({ name, suggestion }) => `\`${name}\` is no column of the questionnaire${didYouMean(suggestion)}`,
    help: () =>
      'Name a question, a profile field, a follow-up such as `data_owner__note`, or a column about the response such as `wave`.',
  }),
  'cell-error': rule<{ name: string; code: string }>({
    severity: 'error',
    text: ({ name, code }) => `\`${name}\`: the cell holds the fault ${shown(code)} of a formula, no answer`,
    help: () => 'Write the answer into the cell in place of the formula.',
  }),
  'cell-uncomputed': rule<{ name: string }>({
    severity: 'error',
    text: ({ name }) => `\`${name}\`: the cell holds a formula whose value was never computed`,
    help: () => 'Open the workbook in a spreadsheet and save it again, or write the answer in its place.',
  }),
  'cell-is-date': rule<{ name: string; found: string; perhaps: readonly string[] }>({
    severity: 'error',
    text: ({ name, found, perhaps }) =>
      `\`${name}\`: ${shown(found)} is a date${perhaps.length === 0 ? '' : `; perhaps ${oneOf(perhaps)}, turned into one by a spreadsheet`}`,
    help: () => 'Format the cell as text, and write the answer into it again.',
  }),
  'option-cell-unknown': rule<{ name: string; found: string; option: string }>({
    severity: 'error',
    text: ({ name, found, option }) =>
      `\`${name}\`: ${shown(found)} does not say whether \`${option}\` was chosen`,
    help: () =>
      'Allowed are 1, yes, Y, x or the option’s own words where it was; 0, no, N or a blank where not.',
  }),
  'options-disagree': rule<{ name: string; found: string; chosen: string }>({
    severity: 'error',
    text: ({ name, found, chosen }) =>
      `\`${name}\`: the cell says ${shown(found)}, and the columns of its options say ${shown(chosen)}`,
    help: () => 'Find out which holds, and make the other say the same.',
  }),
  'answer-place-code': rule<{
    name: string;
    found: string;
    perhaps: string;
    label: string | undefined;
  }>({
    severity: 'error',
    text: ({ name, found, perhaps, label }) =>
      `\`${name}\`: ${shown(found)} may be the form tool’s code for the answer in that place, \`${perhaps}\`${label === undefined ? '' : ` (${label})`}`,
    help: ({ name, found, perhaps }) =>
      `Export the answers as texts, or say in a map what the codes stand for: \`values: { ${name}: { "${found}": ${perhaps} } }\`.`,
  }),
  'tool-blank': rule<{ name: string; found: string; cells: number }>({
    severity: 'info',
    text: ({ name, found, cells }) =>
      `\`${name}\`: ${shown(found)} is what the form tool writes where nothing was answered: read as blank, in ${count(cells, 'cell')}`,
    help: ({ name, found }) =>
      `If it was an answer, say so in a map: \`values: { ${name}: { "${found}": not applicable } }\`.`,
  }),
  'follow-up-not-asked': rule<{
    column: string;
    question: string;
    followUp: string;
    asked: readonly string[];
  }>({
    severity: 'warning',
    text: ({ column, question, followUp }) =>
      `the column \`${column}\` was not read: \`${question}\` does not ask for \`${followUp}\``,
    help: ({ asked }) => `It takes ${oneOf(asked).replace(' or ', ' and ')}; see its \`ask\`.`,
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
  'turned-too-long': rule<{ most: number }>({
    severity: 'error',
    text: ({ most }) =>
      `the table has its questions one below the other and more than ${most.toLocaleString('en-GB')} lines: nothing was read`,
    help: () => 'Take out what is none of the questions, or write one row a response.',
  }),
  'ragged-row': rule<{ found: number; needed: number }>({
    severity: 'error',
    text: ({ found, needed }) => `the row has ${count(found, 'cell')} and the header has ${needed}`,
    help: ({ found, needed }) =>
      found > needed
        ? 'Is there a delimiter in a cell that is not in quotes?'
        : 'Are delimiters missing, or does a line break stand in a cell that is not in quotes?',
  }),
  'blank-rows': rule<{ rows: number }>({
    severity: 'info',
    text: ({ rows }) =>
      `${count(rows, 'blank row')} between responses ${rows === 1 ? 'was' : 'were'} skipped`,
  }),
  'ids-missing': rule<{ rows: number; id: string }>({
    severity: 'warning',
    text: ({ rows, id }) =>
      `${count(rows, 'row')} ${rows === 1 ? 'has' : 'have'} a blank \`response_id\` and ${
        rows === 1 ? 'is' : 'are'
      } named by file and row, the first one \`${id}\``,
  }),
  'profile-missing': rule<{ name: string; title: string }>({
    severity: 'error',
    text: ({ name, title }) => `\`${name}\` (${title}) is required and was left blank`,
    help: () => 'Fill it in.',
  }),
  'cell-unknown': rule<{
    name: string;
    found: string;
    allowed: readonly string[];
    suggestion: string | undefined;
  }>({
    severity: 'error',
    text: ({ name, found, allowed, suggestion }) =>
      `\`${name}\` is ${shown(found)}; allowed: ${oneOf(allowed)}${didYouMean(suggestion)}`,
  }),
  'cell-not-a-count': rule<{ name: string; found: string }>({
    severity: 'error',
    text: ({ name, found }) => `\`${name}\` is ${shown(found)}; allowed: a whole number from 1`,
  }),
  'duplicate-response': rule<{ id: string; wave: string | undefined; first: string }>({
    severity: 'error',
    text: ({ id, wave, first }) =>
      `the response ${shown(id)}${wave === undefined ? '' : ` of wave ${shown(wave)}`} is there already: ${first}; this one is refused`,
    help: () => 'Keep the one that counts, or give each an id of its own.',
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
  'alike-rows': rule<{ rows: number; first: string }>({
    severity: 'warning',
    text: ({ rows, first }) =>
      `${count(rows, 'row')} ${rows === 1 ? 'is' : 'are'} alike in all cells to a row before; this one to ${first}`,
    help: () => 'If they were sent twice, take one out; a column `response_id` tells responses apart.',
  }),
  'near-equal-units': rule<{ field: string; name: string; other: string; line: string }>({
    severity: 'warning',
    text: ({ field, name, other, line }) =>
      `\`${field}\` is ${shown(name)} here and ${shown(other)} in ${line}: they count as two`,
    help: () => 'If they are one, write both the same.',
  }),
  'constant-passed-over': rule<{ name: string; value: string; responses: number }>({
    severity: 'warning',
    text: ({ name, value, responses }) =>
      `\`${name}\` is to be ${shown(value)} in this file, but a response in JSON says for itself what it is: passed over in ${count(responses, 'response')}`,
    help: ({ name }) => `Write \`${name}\` into the responses, or import them from a table.`,
  }),
  'json-syntax': rule<{ detail: string }>({
    severity: 'error',
    text: ({ detail }) => `this is no JSON: ${detail}`,
  }),
  'input-is-journal': rule<{ journal: string; response: string }>({
    severity: 'error',
    text: () =>
      'this is the journal of an interview: it tells how the answers were given, and is no response',
    help: ({ journal, response }) =>
      `Name the response beside it, \`${response}\`. Where there is none, the interview is not finished: go on with it by \`milepost interview QUESTIONNAIRE --resume ${journal}\`.`,
  }),
  'json-not-responses': rule<{ found: string }>({
    severity: 'error',
    text: ({ found }) => `the file holds ${found}, where a response or a list of responses is needed`,
  }),
};
