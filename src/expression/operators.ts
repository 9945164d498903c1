import { finite } from './functions.js';
import type { Arithmetic, Comparison } from './tree.js';
import type { Value } from './type.js';

/** A compiled expression; `undefined` is undetermined. */
export type Run<F> = (frame: F) => Value | undefined;

// Each operator is a closure of its own, so that none asks at run time which it is. A `typeof` that fails means
// undetermined, as the checker has let nothing else through; so does a result that is not finite.

/** `&&`: false where either side is false, whatever the other is. */
export function and<F>(left: Run<F>, right: Run<F>): Run<F> {
  return (frame) => {
    const a = left(frame);
    if (a === false) return false;
    const b = right(frame);
    if (b === false) return false;
    return a === true && b === true ? true : undefined;
  };
}

/** `||`: true where either side is true, whatever the other is. */
export function or<F>(left: Run<F>, right: Run<F>): Run<F> {
  return (frame) => {
    const a = left(frame);
    if (a === true) return true;
    const b = right(frame);
    if (b === true) return true;
    return a === false && b === false ? false : undefined;
  };
}

/** `!` */
export function opposite<F>(operand: Run<F>): Run<F> {
  return (frame) => {
    const a = operand(frame);
    return typeof a === 'boolean' ? !a : undefined;
  };
}

/** `-` before a number. */
export function negation<F>(operand: Run<F>): Run<F> {
  return (frame) => {
    const a = operand(frame);
    return typeof a === 'number' ? -a : undefined;
  };
}

/** `==` and `!=` */
export function equality<F>(operator: '==' | '!=', left: Run<F>, right: Run<F>): Run<F> {
  const equal = operator === '==';
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    return a === undefined || b === undefined ? undefined : (a === b) === equal;
  };
}

/** `in` */
export function membership<F>(left: Run<F>, right: Run<F>): Run<F> {
  return (frame) => {
    const a = left(frame);
    const list = right(frame);
    return a !== undefined && typeof list === 'object' ? list.includes(a) : undefined;
  };
}

/** The four comparisons by order, of two numbers or two texts. */
export function comparison<F>(
  operator: Exclude<Comparison, '==' | '!='>,
  left: Run<F>,
  right: Run<F>,
  constant: number | undefined,
): Run<F> {
  if (constant !== undefined) return comparisonWith(operator, left, constant);
  switch (operator) {
    case '<':
      return inOrder(left, right, false);
    case '<=':
      return inOrder(left, right, true);
    case '>':
      return inOrder(right, left, false);
    case '>=':
      return inOrder(right, left, true);
  }
}

function inOrder<F>(lower: Run<F>, upper: Run<F>, orEqual: boolean): Run<F> {
  return (frame) => {
    const a = lower(frame);
    const b = upper(frame);
    if (typeof a === 'number' && typeof b === 'number') return a < b || (orEqual && a === b);
    if (typeof a === 'string' && typeof b === 'string') return a < b || (orEqual && a === b);
    return undefined;
  };
}

function comparisonWith<F>(operator: Exclude<Comparison, '==' | '!='>, left: Run<F>, c: number): Run<F> {
  switch (operator) {
    case '<':
      return onNumber(left, (a) => a < c);
    case '<=':
      return onNumber(left, (a) => a <= c);
    case '>':
      return onNumber(left, (a) => a > c);
    case '>=':
      return onNumber(left, (a) => a >= c);
  }
}

function onNumber<F>(operand: Run<F>, apply: (a: number) => Value | undefined): Run<F> {
  return (frame) => {
    const a = operand(frame);
    return typeof a === 'number' ? apply(a) : undefined;
  };
}

/** The five arithmetic operators; `l` and `r` are the sides that are constants. */
export function arithmetic<F>(
  operator: Arithmetic,
  left: Run<F>,
  right: Run<F>,
  l: number | undefined,
  r: number | undefined,
): Run<F> {
  switch (operator) {
    case '+':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? finite(a + b) : undefined;
      };
    case '-':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? finite(a - b) : undefined;
      };
    case '*':
      if (l !== undefined) return onNumber(right, (b) => finite(l * b));
      if (r !== undefined) return onNumber(left, (a) => finite(a * r));
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? finite(a * b) : undefined;
      };
    case '/':
      if (r !== undefined) return onNumber(left, (a) => finite(a / r));
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? finite(a / b) : undefined;
      };
    case '%':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? finite(a % b) : undefined;
      };
  }
}
