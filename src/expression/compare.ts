import { suggestion } from '../finding/suggest.js';
import { type Checking, reportMixed, reportType, type Sides } from './checked.js';
import { excerpt, problem } from './problem.js';
import type { BinaryTree, Tree } from './tree.js';
import { join, type ValueType } from './type.js';

/** Checks both sides of `==`, `!=`, `<`, `<=`, `>` and `>=`. */
export function checkComparison<F>(checking: Checking<F>, tree: BinaryTree, { left, right }: Sides<F>): void {
  const ordered = tree.operator !== '==' && tree.operator !== '!=';
  if (ordered && [tree.left, tree.right].some(isComparison)) {
    checking.problems.push(problem('expression-not-allowed', tree, { what: 'chained-comparison' }));
    return;
  }
  if (join(left.type, right.type) === undefined) {
    reportMixed(checking, tree.operator, tree, [tree.left, left.type], [tree.right, right.type]);
    return;
  }
  const sides: readonly [Tree, ValueType][] = [
    [tree.left, left.type],
    [tree.right, right.type],
  ];
  // Both sides are alike, so the first that is mistaken speaks for the other.
  const list = sides.find(([, type]) => type.kind === 'list');
  const bool = sides.find(([, type]) => type.kind === 'bool');
  if (list) {
    reportType(checking, tree.operator, 'single values', ...list);
  } else if (ordered && bool) {
    reportType(checking, tree.operator, 'numbers or text', ...bool);
  } else if (ordered && sides.some(([, type]) => optionsOf(type))) {
    checking.problems.push(problem('expression-not-allowed', tree, { what: 'id-order' }));
  } else {
    checkOptions(checking, tree.left, left.type, tree.right);
    checkOptions(checking, tree.right, right.type, tree.left);
  }
}

/** Checks both sides of `in`. */
export function checkMembership<F>(checking: Checking<F>, tree: BinaryTree, { left, right }: Sides<F>): void {
  if (right.type.kind === 'unknown') return;
  if (right.type.kind !== 'list') {
    reportType(checking, 'in', 'a list after it', tree.right, right.type);
  } else if (left.type.kind === 'list') {
    reportType(checking, 'in', 'a single value before it', tree.left, left.type);
  } else if (join(left.type, right.type.of) === undefined) {
    reportMixed(checking, 'in', tree, [tree.left, left.type], [tree.right, right.type]);
  } else {
    checkOptions(checking, tree.left, left.type, tree.right);
    checkOptions(checking, tree.right, right.type.of, tree.left);
  }
}

/** The texts that a value, or the members of a list, can be, where that is known. */
export function optionsOf(type: ValueType): readonly string[] | undefined {
  if (type.kind === 'list') return optionsOf(type.of);
  return type.kind === 'text' ? type.oneOf : undefined;
}

function checkOptions<F>({ text, problems }: Checking<F>, tree: Tree, type: ValueType, other: Tree): void {
  const options = optionsOf(type);
  if (options === undefined) return;
  for (const { value, start, end } of textsIn(other)) {
    if (options.includes(value)) continue;
    const args = { value, options, ...suggestion(value, options) };
    const span = { start, end };
    problems.push(
      problem(
        'expression-unknown-option',
        span,
        tree.kind === 'name' ? { ...args, of: excerpt(text, tree) } : args,
      ),
    );
  }
}

function* textsIn(tree: Tree): Generator<{ value: string; start: number; end: number }> {
  if (tree.kind === 'literal' && typeof tree.value === 'string') {
    yield { value: tree.value, start: tree.start, end: tree.end };
  } else if (tree.kind === 'list') {
    for (const item of tree.items) yield* textsIn(item);
  } else if (tree.kind === 'conditional') {
    yield* textsIn(tree.whenTrue);
    yield* textsIn(tree.whenFalse);
  }
}

function isComparison(tree: Tree): boolean {
  return tree.kind === 'binary' && ['==', '!=', '<', '<=', '>', '>='].includes(tree.operator);
}
