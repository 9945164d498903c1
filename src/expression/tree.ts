import type { Span } from './problem.js';

/** A parsed expression, of which only the syntax is known to be good. */
export type Tree =
  | Literal
  | NameTree
  | (Span & { readonly kind: 'word'; readonly word: string })
  | (Span & { readonly kind: 'list'; readonly items: readonly Tree[] })
  | CallTree
  | (Span & { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly operand: Tree })
  | BinaryTree
  | ConditionalTree
  | Refused;

/** A literal number, truth value or text. */
export interface Literal extends Span {
  readonly kind: 'literal';
  readonly value: number | boolean | string;
}

/** `root.name`; `nameStart` is where the name behind the dot begins. */
export interface NameTree extends Span {
  readonly kind: 'name';
  readonly root: string;
  readonly rootEnd: number;
  readonly name: string;
  readonly nameStart: number;
}

export interface CallTree extends Span {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Tree[];
}

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/' | '%';

export interface BinaryTree extends Span {
  readonly kind: 'binary';
  readonly operator: Comparison | Arithmetic | 'in' | '&&' | '||';
  readonly left: Tree;
  readonly right: Tree;
}

export interface ConditionalTree extends Span {
  readonly kind: 'conditional';
  readonly test: Tree;
  readonly whenTrue: Tree;
  readonly whenFalse: Tree;
}

/** A part that is refused and already reported; `within` is what can be checked all the same. */
export interface Refused extends Span {
  readonly kind: 'refused';
  readonly within: readonly Tree[];
}
