import type { Checked, Read } from './checked.js';
import type { Value } from './type.js';

/** An expression that is a sum: `constant + Σ factor × name`. */
export interface Linear {
  readonly constant: number;
  readonly terms: readonly LinearTerm[];
}

export interface LinearTerm {
  readonly root: string;
  readonly name: string;
  readonly factor: number;
}

type Reader<F> = (frame: F) => Value | undefined;

interface Sum<F> {
  readonly constant: number;
  readonly factors: ReadonlyMap<Reader<F>, number>;
}

/** What an expression is a sum of, as far as it is written with `+`, `-` and factors; nothing of any other. */
export function linearOf<F>(node: Checked<F>, references: readonly Read<F>[]): Linear | undefined {
  const sum = sumOf(node);
  if (sum === undefined) return undefined;
  const terms = references.flatMap(({ root, name, read }): LinearTerm[] => {
    const factor = sum.factors.get(read);
    return factor === undefined ? [] : [{ root, name, factor }];
  });
  return { constant: sum.constant, terms };
}

function sumOf<F>(node: Checked<F>): Sum<F> | undefined {
  switch (node.kind) {
    case 'constant':
      return typeof node.value === 'number' ? { constant: node.value, factors: new Map() } : undefined;
    case 'read':
      return node.type.kind === 'number' ? { constant: 0, factors: new Map([[node.read, 1]]) } : undefined;
    case 'unary': {
      const operand = node.operator === '-' ? sumOf(node.operand) : undefined;
      return operand === undefined ? undefined : scaled(operand, -1);
    }
    case 'binary': {
      const [left, right] = [sumOf(node.left), sumOf(node.right)];
      if (left === undefined || right === undefined) return undefined;
      if (node.operator === '+') return added(left, right);
      if (node.operator === '-') return added(left, scaled(right, -1));
      if (node.operator === '/') return right.factors.size > 0 ? undefined : scaled(left, 1 / right.constant);
      if (node.operator !== '*') return undefined;
      if (left.factors.size === 0) return scaled(right, left.constant);
      return right.factors.size === 0 ? scaled(left, right.constant) : undefined;
    }
    default:
      return undefined;
  }
}

function scaled<F>({ constant, factors }: Sum<F>, by: number): Sum<F> | undefined {
  if (!Number.isFinite(by)) return undefined;
  return {
    constant: constant * by,
    factors: new Map([...factors].map(([read, factor]) => [read, factor * by])),
  };
}

function added<F>(left: Sum<F>, right: Sum<F> | undefined): Sum<F> | undefined {
  if (right === undefined) return undefined;
  // Each name is read anew wherever it stands.
  return { constant: left.constant + right.constant, factors: new Map([...left.factors, ...right.factors]) };
}
