import { rule } from '../rule.js';
import type { Suggestion } from '../suggest.js';
import { count, didYouMean, oneOf, shown } from '../words.js';

/** Parts of CEL, and of other languages, that an expression may not use. */
export type Disallowed = keyof typeof disallowed;

const disallowed = {
  bytes: ['bytes cannot be used', 'Write text, without the `b` before it.'],
  'chained-comparison': ['a comparison cannot be compared again', 'Join two: `1 < x && x < 4`.'],
  comment: ['an expression holds no comments', 'Put it behind a `#` of the YAML; a single `/` divides.'],
  'has-argument': ['`has` takes one name and nothing else', 'Write `has(answers.<id>)`.'],
  'id-order': ['ids have no order to compare by', 'Use `==` or `in`, or compare a number such as a score.'],
  index: [
    '`[ ]` after a value cannot be used',
    'Write a name in full, as `answers.<id>`; `in` looks into a list.',
  ],
  map: ['a map cannot be used', 'Only numbers, text, true, false and lists of these can be written.'],
  member: [
    'only a name such as `answers.<id>` has a dot in it',
    'Name the value itself; nothing lies inside it.',
  ],
  method: ['a value has no methods', 'Call a function, as `size(x)`, or use `in` to look into a list.'],
  null: ['`null` cannot be used', 'To ask whether something has a value, write `has(answers.<id>)`.'],
  'nested-list': ['a list cannot be in a list', 'Write its members side by side.'],
  unsigned: ['a number has no `u` behind it', 'Take the `u` away.'],
} as const satisfies Record<string, readonly [string, string]>;

/** What to write for words and signs that other languages have. */
const instead: ReadonlyMap<string, string> = new Map([
  ['=', 'Use `==` to compare.'],
  ['and', 'Use `&&`.'],
  ['AND', 'Use `&&`.'],
  ['&', 'Use `&&`.'],
  ['or', 'Use `||`.'],
  ['OR', 'Use `||`.'],
  ['|', 'Use `||`.'],
  ['not', 'Use `!`, as in `!has(answers.<id>)`.'],
  ['NOT', 'Use `!`, as in `!has(answers.<id>)`.'],
  ['if', 'Write `test ? value : other`.'],
  ['else', 'Write `test ? value : other`.'],
  ['.', 'Begin a decimal with a digit, as `0.5`; a name has one dot, as `answers.<id>`.'],
  [';', 'An expression is one value, without a `;`.'],
  ['^', 'Multiply instead: `x * x`.'],
  ['“', 'Use straight quotes.'],
  ['”', 'Use straight quotes.'],
  ['‘', 'Use straight quotes.'],
  ['’', 'Use straight quotes.'],
  ['–', 'Use `-` for minus.'],
  ['−', 'Use `-` for minus.'],
  ['×', 'Use `*` to multiply.'],
  ['≥', 'Use `>=`.'],
  ['≤', 'Use `<=`.'],
  ['≠', 'Use `!=`.'],
]);

/** One side of an operator: as it was written, and its type in words. */
export interface Side {
  readonly source: string;
  readonly type: string;
  /** The text itself, where it is a literal. */
  readonly literal?: string;
}

/** What can be wrong with an expression. Where in its text, the problem says. */
export const expressionRules = {
  'expression-syntax': rule<{ found: string; expected?: string }>({
    severity: 'error',
    text: ({ found, expected }) => {
      if (found === '' && expected === undefined) return 'the expression is empty';
      if (found === '') return `the expression ends where ${expected ?? 'a value'} is needed`;
      return expected === undefined
        ? `\`${found}\` cannot stand here`
        : `\`${found}\` where ${expected} is needed`;
    },
    help: ({ found }) =>
      found.startsWith('\\u') ? 'This character cannot be seen; delete it.' : instead.get(found),
  }),
  'expression-literal': rule<{ fault: 'unterminated' | 'line-break' | 'escape' | 'number'; found: string }>({
    severity: 'error',
    text: ({ fault, found }) =>
      ({
        unterminated: 'this text has no closing quote',
        'line-break': 'text in quotes cannot run over a line end',
        escape: `\`${found}\` is no escape that text can hold`,
        number: `\`${found}\` is not a number that can be used`,
      })[fault],
    help: ({ fault }) =>
      ({
        unterminated: 'Close it with the quote it began with.',
        'line-break': 'Write `\\n` for a line end.',
        escape: 'Write `\\\\` for a backslash.',
        number: undefined,
      })[fault],
  }),
  'expression-not-allowed': rule<{ what: Disallowed }>({
    severity: 'error',
    text: ({ what }) => disallowed[what][0],
    help: ({ what }) => disallowed[what][1],
  }),
  'expression-too-large': rule<{ what: 'characters' | 'levels of nesting' | 'terms'; most: number }>({
    severity: 'error',
    text: ({ what, most }) => `an expression has at most ${most.toLocaleString('en-GB')} ${what}`,
    help: () => 'Split it into several, each with an id of its own.',
  }),
  'expression-unknown-name': rule<
    {
      name: string;
      known: readonly string[];
      rooted: boolean;
    } & Suggestion
  >({
    severity: 'error',
    text: ({ name, suggestion }) => `there is no \`${name}\` here${didYouMean(suggestion)}`,
    help: ({ known, rooted, suggestion }) => {
      if (suggestion !== undefined) return undefined;
      if (known.length === 0) return 'There are no names here to use.';
      if (rooted) return `There is ${oneOf(known)}.`;
      return `A name begins with ${oneOf(known.map((root) => `${root}.`))}; text is written in quotes.`;
    },
  }),
  'expression-incomplete-name': rule<{ root: string }>({
    severity: 'error',
    text: ({ root }) => `\`${root}\` is not a value by itself`,
    help: ({ root }) => `Say which: \`${root}.<id>\`.`,
  }),
  'expression-unavailable-name': rule<{ name: string; reason: string }>({
    severity: 'error',
    text: ({ name, reason }) => `\`${name}\` cannot be used here: ${reason}`,
  }),
  'expression-unknown-function': rule<{ name: string; known: readonly string[] } & Suggestion>({
    severity: 'error',
    text: ({ name, suggestion }) => `there is no function \`${name}\`${didYouMean(suggestion)}`,
    help: ({ known, suggestion }) =>
      suggestion === undefined
        ? `The functions are ${known.map((name) => `\`${name}\``).join(', ')}.`
        : undefined,
  }),
  'expression-arguments': rule<{ name: string; signature: string; found: number; list: boolean }>({
    severity: 'error',
    text: ({ signature, found }) => `\`${signature}\` is given ${found} ${found === 1 ? 'value' : 'values'}`,
    help: ({ name, list }) =>
      list ? `Put the values in a list: \`${name}([a, b])\`.` : 'Give exactly the values that it names.',
  }),
  'expression-type': rule<{ operator: string; needs: string; side: Side }>({
    severity: 'error',
    text: ({ operator, needs, side }) =>
      `\`${operator}\` needs ${needs}, and \`${side.source}\` is ${side.type}`,
    help: ({ operator, needs, side }) => typeHelp(operator, needs, side),
  }),
  'expression-mixed-types': rule<{ operator: string; left: Side; right: Side }>({
    severity: 'error',
    text: ({ operator, left, right }) =>
      `\`${operator}\` needs ${operator === 'in' ? 'a list of the same type' : 'values of one type'}, but \`${left.source}\` is ${left.type} and \`${right.source}\` is ${right.type}`,
    help: ({ operator, left, right }) => mixedHelp(operator, left, right) ?? mixedHelp(operator, right, left),
  }),
  'expression-result': rule<{ needs: string; side: Side }>({
    severity: 'error',
    text: ({ needs, side }) => `this must come to ${needs}, and is ${side.type}`,
    help: ({ needs, side }) => typeHelp('', needs, side),
  }),
  'expression-unknown-option': rule<
    {
      of?: string;
      value: string;
      options: readonly string[];
    } & Suggestion
  >({
    severity: 'error',
    text: ({ of, value, suggestion }) =>
      `${of === undefined ? 'what this is compared with' : `\`${of}\``} is never ${shown(value)}${didYouMean(suggestion)}`,
    help: ({ options, suggestion }) =>
      suggestion === undefined ? `It can be ${oneOf(options)}.` : undefined,
  }),
  'filter-matches-nobody': rule<
    {
      responses: number;
      /** What is said in the fields that the filter asks for. */
      values: readonly { readonly field: string; readonly values: readonly string[] }[];
    } & Suggestion
  >({
    severity: 'warning',
    text: ({ responses, suggestion }) =>
      `none of ${count(responses, 'response')} passes this filter, so there is nothing to tell of${didYouMean(suggestion)}`,
    help: ({ values }) =>
      `In these responses ${values
        .map(({ field, values: said }) =>
          said.length === 0 ? `nobody says \`profile.${field}\`` : `\`profile.${field}\` is ${oneOf(said)}`,
        )
        .join(', and ')}.`,
  }),
};

function typeHelp(operator: string, needs: string, { source, type, literal }: Side): string | undefined {
  if (needs === 'true or false' && type === 'a number')
    return `Compare it, as \`${nameOr('x', source)} >= 1\`.`;
  if (operator === '+' && type === 'text' && !isNumeral(literal)) return 'Texts cannot be joined.';
  if (needs === 'a number' && isNumeral(literal)) return `Write ${literal} without quotes.`;
  if (needs === 'a number' && type === 'true or false')
    return `Write \`${nameOr('x', source)} ? 1 : 0\` to count it.`;
  if (operator === 'in' && needs === 'a list after it')
    return 'Write a list after `in`, as `x in ["a", "b"]`.';
  if (needs === 'single values') return 'Look into a list with `in`, or count it with `size`.';
  if (needs === 'a single value before it') return 'Put the value first: `"a" in answers.<id>`.';
  if (needs === 'a list of numbers' && type === 'a number')
    return `Put it in a list: \`${operator}([${source}])\`.`;
  return undefined;
}

function mixedHelp(operator: string, side: Side, other: Side): string | undefined {
  if (other.type === 'a number' && isNumeral(side.literal)) return `Write ${side.literal} without quotes.`;
  if (operator !== '==' && operator !== '!=') return undefined;
  if (other.type === 'true or false' && other.literal === undefined)
    return `Leave the comparison out: \`${nameOr('x', other.source)}\`, or \`!${nameOr('x', other.source)}\` for the opposite.`;
  if (side.type.startsWith('a list') && !other.type.startsWith('a list'))
    return `To look into a list, write \`${other.source} in ${side.source}\`.`;
  return undefined;
}

function isNumeral(literal: string | undefined): boolean {
  return literal !== undefined && /^-?\d+(\.\d+)?$/.test(literal);
}

/** An example is made with what was written where that is short and clear. */
function nameOr(placeholder: string, source: string): string {
  return /^\w+\.\w+$/.test(source) ? source : placeholder;
}
