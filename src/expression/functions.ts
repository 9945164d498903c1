import { roundHalfUp } from './round.js';
import { NUMBER, NUMBERS, UNKNOWN, type Value, type ValueType } from './type.js';

/** One argument of a function. */
export interface Parameter {
  readonly name: string;
  readonly needs: readonly ValueType[];
}

/** A function over values; any result but a finite number is undetermined. */
type Body =
  | { readonly arity: 1; readonly apply: (a: Value) => number | undefined }
  | { readonly arity: 2; readonly apply: (a: Value, b: Value) => number | undefined }
  | { readonly arity: 3; readonly apply: (a: Value, b: Value, c: Value) => number | undefined };

/** What is known of a function: all of them give a number. */
export interface ExpressionFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Whether members of its list that have no value are passed over; otherwise one makes the result undetermined. */
  readonly skipsMissing: boolean;
  readonly doc: string;
  readonly body: Body;
}

/** `clamp(x, lo, hi)`. */
export function signature({ name, parameters }: ExpressionFunction): string {
  return `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;
}

/** Whether its first argument is a list of numbers. */
export function takesList({ parameters }: ExpressionFunction): boolean {
  return parameters[0]?.needs.includes(NUMBERS) ?? false;
}

const x: Parameter = { name: 'x', needs: [NUMBER] };
const list: Parameter = { name: 'list', needs: [NUMBERS] };

const all: readonly ExpressionFunction[] = [
  {
    name: 'size',
    parameters: [{ name: 'x', needs: [{ kind: 'list', of: UNKNOWN }, { kind: 'text' }] }],
    skipsMissing: false,
    doc: 'How many members a list has, or characters a text.',
    body: { arity: 1, apply: sizeOf },
  },
  ofNumber('ln', 'The natural logarithm; undetermined unless x is above 0.', Math.log),
  ofNumber('log10', 'The logarithm to base 10; undetermined unless x is above 0.', Math.log10),
  ofNumber('sqrt', 'The square root; undetermined below 0.', Math.sqrt),
  ofNumber('abs', 'The size of a number without its sign.', Math.abs),
  {
    name: 'round',
    parameters: [x, { name: 'digits', needs: [NUMBER] }],
    skipsMissing: false,
    doc: 'x to that many decimal digits, half away from zero, of the value at 15 significant digits; undetermined unless digits is a whole number from -15 to 15.',
    body: {
      arity: 2,
      apply: (a, b) => (isNumber(a) && isDigits(b) ? finite(roundHalfUp(a, b)) : undefined),
    },
  },
  {
    name: 'clamp',
    parameters: [x, { name: 'lo', needs: [NUMBER] }, { name: 'hi', needs: [NUMBER] }],
    skipsMissing: false,
    doc: 'x, but at least lo and at most hi; undetermined where lo is above hi.',
    body: {
      arity: 3,
      apply: (a, lo, hi) =>
        isNumber(a) && isNumber(lo) && isNumber(hi) && lo <= hi ? Math.min(Math.max(a, lo), hi) : undefined,
    },
  },
  ofList('min', 'The least member; undetermined for an empty list.', (members) =>
    members.reduce((least, member) => Math.min(least, member), Number.POSITIVE_INFINITY),
  ),
  ofList('max', 'The greatest member; undetermined for an empty list.', (members) =>
    members.reduce((most, member) => Math.max(most, member), Number.NEGATIVE_INFINITY),
  ),
  ofList('sum', 'All members together; 0 for an empty list.', sum),
  ofList('mean', 'The mean of the members that have a value; undetermined where none has.', mean, true),
  {
    name: 'count_at_least',
    parameters: [list, x],
    skipsMissing: true,
    doc: 'How many of the members that have a value are x or more; undetermined where none has.',
    body: {
      arity: 2,
      apply: (members, least) =>
        isNumbers(members) && isNumber(least) && members.length > 0
          ? members.filter((member) => member >= least).length
          : undefined,
    },
  },
];

/** The functions by name. `has` is not among them: it takes a name, not a value. */
export const functions: ReadonlyMap<string, ExpressionFunction> = new Map(
  all.map((each) => [each.name, each]),
);

/** What a function is called elsewhere. */
export const aliases: ReadonlyMap<string, string> = new Map([
  ['average', 'mean'],
  ['avg', 'mean'],
  ['count', 'size'],
  ['len', 'size'],
  ['length', 'size'],
  ['log', 'ln'],
  ['total', 'sum'],
]);

/** A result, which is undetermined where it is infinite or no number. */
export function finite(result: number): number | undefined {
  return Number.isFinite(result) ? result : undefined;
}

function ofNumber(name: string, doc: string, apply: (x: number) => number): ExpressionFunction {
  const body: Body = { arity: 1, apply: (a) => (isNumber(a) ? finite(apply(a)) : undefined) };
  return { name, parameters: [x], skipsMissing: false, doc, body };
}

function ofList(
  name: string,
  doc: string,
  apply: (members: readonly number[]) => number,
  skipsMissing = false,
): ExpressionFunction {
  const body: Body = { arity: 1, apply: (a) => (isNumbers(a) ? finite(apply(a)) : undefined) };
  return { name, parameters: [list], skipsMissing, doc, body };
}

function isNumber(value: Value): value is number {
  return typeof value === 'number';
}

function isNumbers(value: Value): value is readonly number[] {
  return typeof value === 'object' && value.every(isNumber);
}

function isDigits(value: Value): value is number {
  return isNumber(value) && Number.isInteger(value) && Math.abs(value) <= 15;
}

function sizeOf(value: Value): number | undefined {
  if (typeof value === 'object') return value.length;
  return typeof value === 'string' ? [...value].length : undefined;
}

function sum(members: readonly number[]): number {
  return members.reduce((total, member) => total + member, 0);
}

/** In two passes, as the means of scores, so that both agree to the last bit. */
function mean(members: readonly number[]): number {
  const first = sum(members) / members.length;
  return first + sum(members.map((member) => member - first)) / members.length;
}
