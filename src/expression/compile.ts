import type { Checked } from './checked.js';
import type { ExpressionFunction } from './functions.js';
import {
  and,
  arithmetic,
  comparison,
  equality,
  membership,
  negation,
  opposite,
  or,
  type Run,
} from './operators.js';
import type { Value } from './type.js';

/** Turns a checked expression into a function of the frame. */
export function compileChecked<F>(node: Checked<F>): Run<F> {
  switch (node.kind) {
    case 'constant': {
      const { value } = node;
      return () => value;
    }
    case 'read':
      return node.read;
    case 'has': {
      const { read } = node;
      return (frame) => read(frame) !== undefined;
    }
    case 'list':
      return whole(node.items.map(compileChecked));
    case 'call':
      return call(node.fn, node.args);
    case 'unary': {
      const operand = compileChecked(node.operand);
      return node.operator === '-' ? negation(operand) : opposite(operand);
    }
    case 'binary': {
      const { operator } = node;
      const [left, right] = [compileChecked(node.left), compileChecked(node.right)];
      switch (operator) {
        case '&&':
          return and(left, right);
        case '||':
          return or(left, right);
        case 'in':
          return membership(left, right);
        case '==':
        case '!=':
          return equality(operator, left, right);
        case '<':
        case '<=':
        case '>':
        case '>=':
          return comparison(operator, left, right, constantNumber(node.right));
        default:
          return arithmetic(operator, left, right, constantNumber(node.left), constantNumber(node.right));
      }
    }
    case 'conditional':
      return choice(compileChecked(node.test), compileChecked(node.whenTrue), compileChecked(node.whenFalse));
  }
}

function constantNumber<F>(node: Checked<F>): number | undefined {
  return node.kind === 'constant' && typeof node.value === 'number' ? node.value : undefined;
}

function choice<F>(test: Run<F>, whenTrue: Run<F>, whenFalse: Run<F>): Run<F> {
  return (frame) => {
    const chosen = test(frame);
    if (chosen === true) return whenTrue(frame);
    return chosen === false ? whenFalse(frame) : undefined;
  };
}

/** A list that is undetermined when a member is. */
function whole<F>(items: readonly Run<F>[]): Run<F> {
  return (frame) => {
    const values: Value[] = [];
    for (const item of items) {
      const value = item(frame);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  };
}

/** A list of those of its members that have a value, wherever in the expression its members are written. */
function present<F>(node: Checked<F>): Run<F> {
  if (node.kind === 'conditional') {
    return choice(compileChecked(node.test), present(node.whenTrue), present(node.whenFalse));
  }
  if (node.kind !== 'list') return compileChecked(node);
  const items = node.items.map(compileChecked);
  return (frame) => {
    const values: Value[] = [];
    for (const item of items) {
      const value = item(frame);
      if (value !== undefined) values.push(value);
    }
    return values;
  };
}

function call<F>({ body, skipsMissing }: ExpressionFunction, args: readonly Checked<F>[]): Run<F> {
  const compiled = args.map((arg) => (skipsMissing ? present(arg) : compileChecked(arg)));
  const [first = nothing, second = nothing, third = nothing] = compiled;
  switch (body.arity) {
    case 1: {
      const { apply } = body;
      return (frame) => {
        const a = first(frame);
        return a === undefined ? undefined : apply(a);
      };
    }
    case 2: {
      const { apply } = body;
      return (frame) => {
        const a = first(frame);
        const b = second(frame);
        return a === undefined || b === undefined ? undefined : apply(a, b);
      };
    }
    case 3: {
      const { apply } = body;
      return (frame) => {
        const a = first(frame);
        const b = second(frame);
        const c = third(frame);
        return a === undefined || b === undefined || c === undefined ? undefined : apply(a, b, c);
      };
    }
  }
}

function nothing(): undefined {
  return undefined;
}
