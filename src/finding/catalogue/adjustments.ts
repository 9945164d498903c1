import { rule } from '../rule.js';
import { and, count, didYouMean, shown } from '../words.js';

const header =
  'Its first row names the columns: `wave`, `response_id`, `question`, `from`, `to`, `kind`, `because`, `by`, `on`.';

/** Problems of tables of adjustments, and of applying them. */
export const adjustmentRules = {
  'adjustments-empty': rule<Record<string, never>>({
    severity: 'error',
    text: () => 'the table of adjustments is empty',
    help: () => header,
  }),
  'adjustments-column-missing': rule<{ column: string; suggestion: string | undefined }>({
    severity: 'error',
    text: ({ column, suggestion }) =>
      `the table of adjustments has no column \`${column}\`${suggestion === undefined ? '' : `; is it ${shown(suggestion)}?`}`,
    help: () => header,
  }),
  'adjustments-column-twice': rule<{ column: string; first: string }>({
    severity: 'error',
    text: ({ column, first }) =>
      `the column ${shown(column)} is there twice, the first time as column ${first}`,
    help: () => 'Take one of the two out, or rename it.',
  }),
  'adjustment-cell-blank': rule<{ column: string }>({
    severity: 'error',
    text: ({ column }) => `\`${column}\` is blank: the adjustment is refused`,
    help: ({ column }) =>
      ['because', 'by', 'on'].includes(column)
        ? 'Whoever disputes a figure asks why an answer was changed, by whom and when.'
        : 'Say which answer is meant, and whether it is a `correction` or a `moderation`.',
  }),
  'adjustment-question-unknown': rule<{ found: string; suggestion: string | undefined }>({
    severity: 'error',
    text: ({ found, suggestion }) =>
      `the questionnaire has no question ${shown(found)}${didYouMean(suggestion)}`,
    help: () =>
      'Give its id. Only answers to questions are adjusted: not what accompanies them, nor who answered.',
  }),
  'adjustment-same': rule<{ question: string; said: string }>({
    severity: 'error',
    text: ({ question, said }) =>
      `\`${question}\` would be ${shown(said)} before and after: the adjustment is refused`,
    help: () => 'Write under `from` what was answered, and under `to` what counts instead.',
  }),
  'adjustment-twice': rule<{ id: string; question: string; first: number }>({
    severity: 'error',
    text: ({ id, question, first }) =>
      `\`${question}\` of response ${shown(id)} is adjusted in line ${first} already: none of the two is applied`,
    help: () =>
      'Keep the one that holds. One that follows another goes into a table of its own, for the responses that the first came to.',
  }),
  'adjustment-without-response': rule<{
    id: string;
    wave: string | undefined;
    near: string | undefined;
    wasRefused: boolean;
  }>({
    severity: 'error',
    text: ({ id, wave, near, wasRefused }) =>
      `there is no response ${shown(id)} of ${waveText(wave)} to adjust${
        wasRefused ? ': it was refused itself' : near === undefined ? '' : `; there is ${near}`
      }`,
    help: ({ wasRefused }) =>
      wasRefused
        ? 'Mend its row, and import it again.'
        : 'A response is named by its `wave` and `response_id` together.',
  }),
  'adjustment-from-differs': rule<{ id: string; question: string; from: string; found: string }>({
    severity: 'error',
    text: ({ id, question, from, found }) =>
      `\`${question}\` of response ${shown(id)} is ${shown(found)}, and not ${shown(from)}: the adjustment is refused`,
    help: () => 'Was it meant for another answer, or was this one mended at its source meanwhile?',
  }),
  'adjustment-not-valid': rule<{ id: string; adjustments: number; faults: readonly string[] }>({
    severity: 'error',
    text: ({ id, adjustments, faults }) =>
      `with ${adjustments === 1 ? 'this adjustment' : `its ${count(adjustments, 'adjustment')}`} the response ${shown(id)} would not be valid: ${faults.join('; ')}. It stays as it was`,
    help: () => 'Adjust all answers of it that hang together.',
  }),
  'adjustments-applied-before': rule<{ adjustments: number; lines: readonly number[] }>({
    severity: 'info',
    text: ({ adjustments, lines }) =>
      `${count(adjustments, 'adjustment')} ${adjustments === 1 ? 'was' : 'were'} applied before, and the responses bear them: line ${and(lines)}`,
  }),
};

/** `wave "2026"`, `no wave` */
function waveText(wave: string | undefined): string {
  return wave === undefined ? 'no wave' : `wave ${shown(wave)}`;
}
