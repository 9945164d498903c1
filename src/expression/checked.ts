import type { Side } from '../finding/catalogue/expression.js';
import type { ExpressionFunction } from './functions.js';
import { excerpt, type Problem, problem, type Span } from './problem.js';
import type { Scope } from './scope.js';
import type { BinaryTree, Tree } from './tree.js';
import { describe, UNKNOWN, type Value, type ValueType } from './type.js';

/** An expression in which every name is resolved and every type known. */
export type Checked<F> = { readonly type: ValueType } & (
  | { readonly kind: 'constant'; readonly value: Value }
  | { readonly kind: 'read' | 'has'; readonly read: (frame: F) => Value | undefined }
  | { readonly kind: 'list'; readonly items: readonly Checked<F>[] }
  | { readonly kind: 'call'; readonly fn: ExpressionFunction; readonly args: readonly Checked<F>[] }
  | { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly operand: Checked<F> }
  | ({ readonly kind: 'binary'; readonly operator: BinaryTree['operator'] } & Sides<F>)
  | {
      readonly kind: 'conditional';
      readonly test: Checked<F>;
      readonly whenTrue: Checked<F>;
      readonly whenFalse: Checked<F>;
    }
);

/** Both sides of an operator. */
export interface Sides<F> {
  readonly left: Checked<F>;
  readonly right: Checked<F>;
}

/** A name that an expression uses, and where; `root` is empty for a word that stands by itself. */
export interface Reference {
  readonly root: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** One expression while it is being checked. */
export interface Checking<F> {
  readonly text: string;
  readonly scope: Scope<F>;
  readonly problems: Problem[];
  readonly references: Read<F>[];
}

/** A name together with how its value is read. */
export interface Read<F> extends Reference {
  readonly read: (frame: F) => Value | undefined;
}

/** Stands for what is mistaken and already reported: its type is unknown, so nothing follows from it. */
export function broken<F>(): Checked<F> {
  return { kind: 'read', type: UNKNOWN, read: () => undefined };
}

/** Reports an operand that is of another type than its operator needs. */
export function reportType<F>(
  { text, problems }: Checking<F>,
  operator: string,
  needs: string,
  tree: Tree,
  type: ValueType,
): void {
  problems.push(problem('expression-type', tree, { operator, needs, side: side(text, tree, type) }));
}

/** Reports two parts that should be of one type and are not. */
export function reportMixed<F>(
  { text, problems }: Checking<F>,
  operator: string,
  span: Span,
  [left, leftType]: readonly [Tree, ValueType],
  [right, rightType]: readonly [Tree, ValueType],
): void {
  const sides = { left: side(text, left, leftType), right: side(text, right, rightType) };
  problems.push(problem('expression-mixed-types', span, { operator, ...sides }));
}

/** A part as it is named in a message. */
export function side(text: string, tree: Tree, type: ValueType): Side {
  const named = { source: excerpt(text, tree), type: describe(type) };
  return tree.kind === 'literal' ? { ...named, literal: String(tree.value) } : named;
}
