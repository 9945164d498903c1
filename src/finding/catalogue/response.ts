import { rule } from '../rule.js';
import { count, didYouMean, oneOf, shown } from '../words.js';

/** What may be answered: how it is written, and its label where it has another one. */
export interface Allowed {
  readonly value: string;
  readonly label?: string;
  /** What it is called for short, where `label` is the question's own wording. */
  readonly short?: string;
}

function listed(allowed: readonly Allowed[]): string {
  const most = 12;
  const words = allowed
    .slice(0, most)
    .map(({ value, label }) => (label === undefined ? `\`${value}\`` : `\`${value}\` (${label})`));
  const rest = allowed.length - words.length;
  return rest > 0 ? `${words.join(', ')} or ${rest} more` : words.join(', ');
}

/** A suggestion that is not listed itself is told with what is written for it. */
function suggested(allowed: readonly Allowed[], suggestion: string | undefined): string {
  const meant = allowed.find(({ short }) => short !== undefined && short === suggestion);
  return meant === undefined ? didYouMean(suggestion) : `; did you mean \`${meant.value}\` (${meant.short})?`;
}

function limits(min: number | string | undefined, max: number | string | undefined): string {
  if (min === undefined) return `at most ${max}`;
  return max === undefined ? `at least ${min}` : `from ${min} to ${max}`;
}

function permittedHelp(permitted: readonly string[]): string | undefined {
  return permitted.length === 0 ? undefined : `Or, for no answer, ${oneOf(permitted)}.`;
}

/** Problems of answers and responses, from whatever kind of file they came. `name` is a question's id or a column's name. */
export const responseRules = {
  'answer-unknown': rule<{
    name: string;
    found: unknown;
    allowed: readonly Allowed[];
    nonAnswers: readonly string[];
    suggestion: string | undefined;
  }>({
    severity: 'error',
    text: ({ name, found, allowed, suggestion }) =>
      `\`${name}\` is ${shown(found)}; allowed: ${listed(allowed)}${suggested(allowed, suggestion)}`,
    help: ({ nonAnswers }) => permittedHelp(nonAnswers),
  }),
  'answer-left-over': rule<{
    name: string;
    found: string;
    allowed: readonly Allowed[];
    suggestion: string | undefined;
  }>({
    severity: 'error',
    text: ({ name, found, suggestion }) =>
      `\`${name}\`: ${shown(found)} is none of the options${didYouMean(suggestion)}`,
    help: ({ allowed }) =>
      `Allowed are ${oneOf(allowed.map(({ value }) => value))}. Write \`Other: …\` before words of one’s own to have them kept as a note.`,
  }),
  'answer-ambiguous': rule<{ name: string; found: string; allowed: readonly Allowed[] }>({
    severity: 'error',
    text: ({ name, found }) => `\`${name}\` is ${shown(found)}, which stands for more than one answer`,
    help: ({ allowed }) => `Write the value itself: ${oneOf(allowed.map(({ value }) => value))}.`,
  }),
  'answer-not-a-number': rule<{ name: string; found: unknown; suggestion: string | undefined }>({
    severity: 'error',
    text: ({ name, found, suggestion }) =>
      `\`${name}\` is ${shown(found)}, which is not a number${didYouMean(suggestion)}`,
    help: () => 'Write a plain decimal with a point, without a unit or a thousands separator: `1234.5`.',
  }),
  'answer-not-whole': rule<{ name: string; found: unknown }>({
    severity: 'error',
    text: ({ name, found }) => `\`${name}\` is ${shown(found)}; it must be a whole number`,
  }),
  'answer-out-of-limits': rule<{
    name: string;
    found: unknown;
    min: number | string | undefined;
    max: number | string | undefined;
  }>({
    severity: 'error',
    text: ({ name, found, min, max }) => `\`${name}\` is ${shown(found)}; allowed: ${limits(min, max)}`,
  }),
  'answer-not-a-date': rule<{ name: string; found: unknown }>({
    severity: 'error',
    text: ({ name, found }) => `\`${name}\` is ${shown(found)}, which is not a date of the calendar`,
    help: () => 'Write year, month and day: `2026-11-23`.',
  }),
  'personal-unreadable': rule<{ name: string; needed: string }>({
    severity: 'error',
    text: ({ name, needed }) => `\`${name}\` is not ${needed}`,
    help: () => 'It is a personal field, so what it holds is not shown here.',
  }),
  'answer-too-long': rule<{ name: string; length: number; most: number }>({
    severity: 'error',
    text: ({ name, length, most }) =>
      `\`${name}\` has ${count(length, 'character')}; allowed: ${most} at most`,
  }),
  'answer-pattern': rule<{ name: string; found: unknown; pattern: string }>({
    severity: 'error',
    text: ({ name, found, pattern }) =>
      `\`${name}\` is ${shown(found)}; allowed: what matches \`${pattern}\``,
  }),
  'answer-wrong-kind': rule<{ name: string; found: unknown; needed: string }>({
    severity: 'error',
    text: ({ name, found, needed }) => `\`${name}\` is ${shown(found)}, where ${needed} is needed`,
  }),
  'answer-nul': rule<{ name: string }>({
    severity: 'error',
    text: ({ name }) => `\`${name}\` holds a NUL character, which no text has`,
    help: () => 'The file may be damaged, or not a text file: save it again as CSV UTF-8.',
  }),
  'non-answer-not-permitted': rule<{
    name: string;
    found: unknown;
    nonAnswer: string;
    permitted: readonly string[];
  }>({
    severity: 'error',
    text: ({ name, found, nonAnswer, permitted }) =>
      `\`${name}\` is ${shown(found)}, but \`${nonAnswer}\` is not permitted here; ${
        permitted.length === 0 ? 'no non-answer is' : `permitted: ${oneOf(permitted)}`
      }`,
    help: () => 'Leave it blank, give an answer, or permit it under `non_answers` of the question.',
  }),
  'non-answer-among-answers': rule<{ name: string; found: string }>({
    severity: 'error',
    text: ({ name, found }) => `\`${name}\` has ${shown(found)} beside other answers`,
    help: () => 'Give either answers or a non-answer.',
  }),
  'option-not-alone': rule<{ name: string; option: string; others: readonly string[] }>({
    severity: 'error',
    text: ({ name, option, others }) =>
      `\`${name}\` has \`${option}\`, which stands alone, together with ${oneOf(others).replace(' or ', ' and ')}`,
    help: ({ option }) => `Keep either \`${option}\` or the others.`,
  }),
  'answer-missing': rule<{ name: string; permitted: readonly string[] }>({
    severity: 'error',
    text: ({ name }) => `\`${name}\` is required and was left blank`,
    help: ({ permitted }) =>
      permitted.length === 0 ? 'Give an answer.' : `Give an answer, or one of ${oneOf(permitted)}.`,
  }),
  'answer-and-non-answer': rule<{ name: string }>({
    severity: 'error',
    text: ({ name }) => `\`${name}\` has a \`value\` and a \`non_answer\``,
    help: () => 'Keep one of the two.',
  }),
  'response-not-an-object': rule<{ name: string; found: unknown }>({
    severity: 'error',
    text: ({ name, found }) => `${name} is ${shown(found)}, where an object is needed`,
    help: () => 'A response is `{ "milepost": 1, "questionnaire": …, "id": …, "profile": …, "answers": … }`.',
  }),
  'response-unknown-key': rule<{
    key: string;
    of: string;
    allowed: readonly string[];
    suggestion: string | undefined;
  }>({
    severity: 'error',
    text: ({ key, of, suggestion }) => `${of} has no ${shown(key)}${didYouMean(suggestion)}`,
    help: ({ allowed }) =>
      allowed.length === 0 ? 'Nothing is allowed here.' : `Known here: ${oneOf(allowed)}.`,
  }),
  'response-missing-key': rule<{ key: string; of: string }>({
    severity: 'error',
    text: ({ key, of }) => `${of} needs \`${key}\``,
    help: ({ key }) => `Add \`${key}\`.`,
  }),
  'response-bad-value': rule<{ name: string; found: unknown; needed: string }>({
    severity: 'error',
    text: ({ name, found, needed }) => `\`${name}\` is ${shown(found)}; it ${needed}`,
  }),
  'other-questionnaire': rule<{ found: string; needed: string; responses: number }>({
    severity: 'error',
    text: ({ found, needed, responses }) =>
      `${count(responses, 'response')} to the questionnaire \`${found}\`, not to \`${needed}\`: refused`,
    help: () => 'Read them with the questionnaire they answer.',
  }),
  'other-version': rule<{ found: string; needed: string; responses: number }>({
    severity: 'error',
    text: ({ found, needed, responses }) =>
      `${count(responses, 'response')} to version ${found} of the questionnaire, which is ${needed} now: refused`,
    help: ({ found, needed }) =>
      `Use version ${found} of the questionnaire, or carry the answers over to ${needed} first, with \`milepost migrate\`. A form of ours is carried over on import, with \`--map\`.`,
  }),
  'other-digest': rule<{ version: string; responses: number }>({
    severity: 'warning',
    text: ({ version, responses }) =>
      `${count(responses, 'response')} to another wording of version ${version} of the questionnaire`,
    help: () =>
      'Questions, levels or options were changed without a new version. Look at what changed, and raise the version.',
  }),
  'to-be-asked-again': rule<{ question: string; responses: number }>({
    severity: 'info',
    text: ({ question, responses }) =>
      `\`${question}\` is still to be asked again in ${count(responses, 'response')}, which ${responses === 1 ? 'was' : 'were'} carried over from another version`,
    help: () => 'Its `ask_again` says why, and what was said before.',
  }),
  'answered-not-asked': rule<{ question: string; responses: number }>({
    severity: 'warning',
    text: ({ question, responses }) =>
      `\`${question}\` is answered in ${count(responses, 'response')} in which it was not asked; the answers are kept and not scored`,
    help: () => 'Its `when` was not true there: check the answers that it looks at.',
  }),
};
