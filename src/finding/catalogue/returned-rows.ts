import { rule } from '../rule.js';
import { count, didYouMean, oneOf, shown } from '../words.js';

/** Problems of single rows and cells of returned files, and of responses among each other. */
export const returnedRowRules = {
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
  'profile-missing': rule<{ name: string; title: string }>({
    severity: 'error',
    text: ({ name, title }) => `\`${name}\` (${title}) is required and was left blank`,
    help: () => 'Fill it in.',
  }),
  'ids-missing': rule<{ rows: number; id: string }>({
    severity: 'warning',
    text: ({ rows, id }) =>
      `${count(rows, 'row')} ${rows === 1 ? 'has' : 'have'} a blank \`response_id\` and ${
        rows === 1 ? 'is' : 'are'
      } named by file and row, the first one \`${id}\``,
  }),
  'waves-by-row': rule<{ responses: number; id: string }>({
    severity: 'warning',
    text: ({ responses, id }) =>
      `${count(responses, 'response')} of one wave ${responses === 1 ? 'is' : 'are'} taken for the same people’s in another by file and row alone, the first one \`${id}\``,
    help: () =>
      'Give responses ids that stay with people from wave to wave (`response_id`), or, where they may be others, the files of each wave other names.',
  }),
  'duplicate-response': rule<{ id: string; wave: string | undefined; first: string }>({
    severity: 'error',
    text: ({ id, wave, first }) =>
      `the response ${shown(id)}${wave === undefined ? '' : ` of wave ${shown(wave)}`} is there already: ${first}; this one is refused`,
    help: () => 'Keep the one that counts, or give each an id of its own.',
  }),
  'duplicate-conflict': rule<{ id: string; name: string; kept: string; other: string }>({
    severity: 'warning',
    text: ({ id, name, kept, other }) =>
      `response \`${id}\` says ${shown(other)} to \`${name}\` here, and ${shown(kept)} where it came first: the first stays`,
    help: () => 'Ask which holds, and give it as an adjustment.',
  }),
  'duplicate-conflict-personal': rule<{ id: string; name: string }>({
    severity: 'warning',
    text: ({ id, name }) =>
      `response \`${id}\` says otherwise to \`${name}\` here than where it came first: the first stays`,
    help: () => 'It is a personal field, so what it holds is not shown here.',
  }),
  'duplicate-undated': rule<{ id: string }>({
    severity: 'warning',
    text: ({ id }) =>
      `response \`${id}\` is there more than once, here without a time: which is the latest cannot be told, so the last that was read counts`,
    help: () => 'Fill in `completed` for each, or choose with `--duplicates last`.',
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
};
