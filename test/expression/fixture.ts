import { expect } from 'vitest';
import {
  compile,
  type Expression,
  type Root,
  type Scope,
  type Value,
  type ValueType,
} from '../../src/expression/expression.js';
import { expressionRules } from '../../src/finding/catalogue/expression.js';
import type { Rule } from '../../src/finding/rule.js';

/** What the names of the tests stand for. */
export type Frame = Readonly<Record<string, Value>>;

const number: ValueType = { kind: 'number' };
const types = new Map<string, ValueType>([
  ['q', number],
  ['r', number],
  ['s', number],
  ['staff_total', number],
  ['yes', { kind: 'bool' }],
  ['no', { kind: 'bool' }],
  ['maybe', { kind: 'bool' }],
  ['hosting', { kind: 'text', oneOf: ['own', 'cloud'] }],
  ['tools', { kind: 'list', of: { kind: 'text', oneOf: ['catalogue', 'quality'] } }],
  ['since', { kind: 'text' }],
  ['broken', { kind: 'unknown' }],
]);

const answers: Root<Frame> = {
  names: () => types.keys(),
  resolve: (name) => {
    if (name === 'later') return { refused: 'it is asked later' };
    const type = types.get(name);
    return type && { type, read: (frame) => (Object.hasOwn(frame, name) ? frame[name] : undefined) };
  },
};

const scores: Root<Frame> = {
  names: () => ['data', 'culture'],
  resolve: (name) => (name === 'data' ? { type: number, read: (frame) => frame.data } : undefined),
};

export const scope: Scope<Frame> = { roots: { answers, scores } };

/** The compiled expression; fails the test where it has a problem. */
export function good(text: string, expected: 'number' | 'bool' = 'bool'): Expression<Frame> {
  const { expression, problems } = compile(text, scope, expected);
  expect(problems.map((problem) => messageOf(problem))).toEqual([]);
  if (expression === undefined) throw new Error(`not compiled: ${text}`);
  return expression;
}

export function numberOf(text: string, frame: Frame = {}): Value | undefined {
  return good(text, 'number').evaluate(frame);
}

export function truthOf(text: string, frame: Frame = {}): Value | undefined {
  return good(text, 'bool').evaluate(frame);
}

/** Each problem as `what it is about | what it says`. */
export function problemsOf(text: string, expected: 'number' | 'bool' = 'bool'): string[] {
  const { problems } = compile(text, scope, expected);
  return problems.map((problem) => `${text.slice(problem.start, problem.end)} | ${messageOf(problem)}`);
}

export function rulesOf(text: string, expected: 'number' | 'bool' = 'bool'): string[] {
  return compile(text, scope, expected).problems.map(({ rule }) => rule);
}

/** What each problem advises. */
export function helpOf(text: string, expected: 'number' | 'bool' = 'bool'): (string | undefined)[] {
  return compile(text, scope, expected).problems.map((problem) => adviceOf(problem));
}

type Rules = typeof expressionRules;
type Args = { [R in keyof Rules]: Parameters<Rules[R]['text']>[0] };

const rules: { readonly [R in keyof Rules]: Rule<Args[R]> } = expressionRules;

function messageOf<R extends keyof Rules>({ rule, args }: { rule: R; args: Args[R] }): string {
  return rules[rule].text(args);
}

function adviceOf<R extends keyof Rules>({ rule, args }: { rule: R; args: Args[R] }): string | undefined {
  return rules[rule].help(args);
}
