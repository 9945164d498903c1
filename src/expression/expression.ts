import { parse } from './cel.js';
import { checkExpression } from './check.js';
import type { Checking, Read, Reference } from './checked.js';
import { compileChecked } from './compile.js';
import { type Linear, linearOf } from './linear.js';
import { outcomesOf } from './outcomes.js';
import type { Problem } from './problem.js';
import type { Scope } from './scope.js';
import { BOOL, NUMBER, type Value, type ValueType } from './type.js';

export type { Reference } from './checked.js';
export type { Problem } from './problem.js';
export type { Name, Root, Scope } from './scope.js';
export type { Value, ValueType } from './type.js';

/** A checked expression, ready to run over frames of type F. */
export interface Expression<F> {
  readonly text: string;
  readonly type: ValueType;
  /** Every name in it, each time it occurs, in the order of the text. */
  readonly references: readonly Reference[];
  /** All that it can come to besides nothing, where that is written in it. */
  readonly outcomes: readonly Value[] | undefined;
  /** What it is a sum of, if it is one. */
  readonly linear: Linear | undefined;
  /** Its value; `undefined` is undetermined: a part has no value, or is not finite, as `1 / 0`. */
  readonly evaluate: (frame: F) => Value | undefined;
  /** Whether every name in it has a value: if so, an undetermined result comes of the arithmetic, such as 1 / 0. */
  readonly isComplete: (frame: F) => boolean;
}

/** An expression, or all that is wrong with it. */
export type Compiled<F> =
  | { readonly expression: Expression<F>; readonly problems: readonly [] }
  | { readonly expression?: undefined; readonly problems: readonly Problem[] };

/** Parses, checks and compiles one expression, which must come to a number or to a truth value. */
export function compile<F>(text: string, scope: Scope<F>, expected: 'number' | 'bool'): Compiled<F> {
  const { tree, problems: found } = parse(text);
  if (tree === undefined) return { problems: found };
  const problems = [...found];
  const references: Read<F>[] = [];
  const checking: Checking<F> = { text, scope, problems, references };
  const checked = checkExpression(checking, tree, expected === 'number' ? NUMBER : BOOL);
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.start - b.start || a.end - b.end) };
  references.sort((a, b) => a.start - b.start);
  return {
    expression: {
      text,
      type: checked.type,
      references,
      outcomes: outcomesOf(checked),
      linear: linearOf(checked, references),
      evaluate: compileChecked(checked),
      isComplete: (frame) => references.every(({ read }) => read(frame) !== undefined),
    },
    problems: [],
  };
}
