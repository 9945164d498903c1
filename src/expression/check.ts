import { checkCall } from './call.js';
import { broken, type Checked, type Checking, reportMixed, reportType, type Sides, side } from './checked.js';
import { checkComparison, checkMembership, optionsOf } from './compare.js';
import { functions } from './functions.js';
import { reportWord, resolveName } from './names.js';
import { problem } from './problem.js';
import type { BinaryTree, CallTree, ConditionalTree, Tree } from './tree.js';
import { BOOL, describe, fits, join, NUMBER, TEXT, UNKNOWN, type ValueType } from './type.js';

/**
 * Resolves names and checks types. Each mistake is reported once; what is mistaken is of unknown type from there on.
 * The whole must come to the type that is expected.
 */
export function checkExpression<F>(checking: Checking<F>, tree: Tree, expected: ValueType): Checked<F> {
  const checked = check(checking, tree);
  if (!fits(checked.type, expected)) {
    const args = { needs: describe(expected), side: side(checking.text, tree, checked.type) };
    checking.problems.push(problem('expression-result', tree, args));
  }
  return checked;
}

/** `options`: the texts that the other side of a comparison can be, for words whose quotes were forgotten. */
function check<F>(checking: Checking<F>, tree: Tree, options?: readonly string[]): Checked<F> {
  switch (tree.kind) {
    case 'literal': {
      const type = typeof tree.value === 'number' ? NUMBER : typeof tree.value === 'boolean' ? BOOL : TEXT;
      return { kind: 'constant', type, value: tree.value };
    }
    case 'name': {
      const name = resolveName(checking, tree);
      return name ? { kind: 'read', type: name.type, read: name.read } : broken();
    }
    case 'word': {
      const name = checking.scope.words?.get(tree.word);
      if (name !== undefined) {
        checking.references.push({
          root: '',
          name: tree.word,
          start: tree.start,
          end: tree.end,
          read: name.read,
        });
        return { kind: 'read', type: name.type, read: name.read };
      }
      reportWord(checking, tree, tree.word, options);
      return broken();
    }
    case 'list':
      return checkList(checking, tree.items, options);
    case 'call': {
      if (tree.name === 'has') return checkHas(checking, tree);
      // A bare word is part of an unknown function's mistake, as in `dyn(answers)` or `type(int)`.
      const args = functions.has(tree.name) ? tree.args : tree.args.filter(({ kind }) => kind !== 'word');
      return checkCall(
        checking,
        tree,
        args.map((argument) => check(checking, argument)),
      );
    }
    case 'unary': {
      const type = tree.operator === '-' ? NUMBER : BOOL;
      const operand = checkOperand(checking, tree.operator, tree.operand, type);
      if (!fits(operand.type, type)) return broken();
      return operand.kind === 'constant' && typeof operand.value === 'number'
        ? { kind: 'constant', type, value: -operand.value }
        : { kind: 'unary', type, operator: tree.operator, operand };
    }
    case 'binary':
      return checkBinary(checking, tree);
    case 'conditional':
      return checkConditional(checking, tree, options);
    case 'refused':
      for (const part of tree.within) check(checking, part);
      return broken();
  }
}

function checkList<F>(
  checking: Checking<F>,
  items: readonly Tree[],
  options?: readonly string[],
): Checked<F> {
  const members: Checked<F>[] = [];
  let first: Tree | undefined;
  let of = UNKNOWN;
  let sound = true;
  for (const item of items) {
    const member = check(checking, item, options);
    members.push(member);
    const joined = join(of, member.type);
    if (member.type.kind === 'list') {
      checking.problems.push(problem('expression-not-allowed', item, { what: 'nested-list' }));
      sound = false;
    } else if (joined === undefined) {
      reportMixed(checking, '[…]', item, [first ?? item, of], [item, member.type]);
      sound = false;
    } else {
      of = joined;
      if (member.type.kind !== 'unknown') first ??= item;
    }
  }
  const type: ValueType = { kind: 'list', of: sound ? of : UNKNOWN };
  const values = members.flatMap((member) => (member.kind === 'constant' ? [member.value] : []));
  return values.length === members.length
    ? { kind: 'constant', type, value: values }
    : { kind: 'list', type, items: members };
}

function checkHas<F>(checking: Checking<F>, tree: CallTree): Checked<F> {
  const [argument, ...more] = tree.args;
  if (argument?.kind === 'name' && more.length === 0) {
    const name = resolveName(checking, argument);
    return name ? { kind: 'has', type: BOOL, read: name.read } : broken();
  }
  checking.problems.push(problem('expression-not-allowed', tree, { what: 'has-argument' }));
  return broken();
}

function checkBinary<F>(checking: Checking<F>, tree: BinaryTree): Checked<F> {
  const { operator } = tree;
  switch (operator) {
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const sides = checkSides(checking, tree);
      checkComparison(checking, tree, sides);
      return { kind: 'binary', type: BOOL, operator, ...sides };
    }
    case 'in': {
      const sides = checkSides(checking, tree);
      checkMembership(checking, tree, sides);
      return { kind: 'binary', type: BOOL, operator, ...sides };
    }
    default: {
      const type = operator === '&&' || operator === '||' ? BOOL : NUMBER;
      const left = checkOperand(checking, operator, tree.left, type);
      // Joining two texts is one mistake, not two.
      const joined = operator === '+' && left.type.kind === 'text' ? TEXT : type;
      const right = checkOperand(checking, operator, tree.right, type, joined);
      if (!fits(left.type, type) || !fits(right.type, type)) return broken();
      return { kind: 'binary', type, operator, left, right };
    }
  }
}

function checkOperand<F>(
  checking: Checking<F>,
  operator: string,
  tree: Tree,
  type: ValueType,
  tolerated = type,
): Checked<F> {
  const checked = check(checking, tree);
  if (!fits(checked.type, type) && !fits(checked.type, tolerated))
    reportType(checking, operator, describe(type), tree, checked.type);
  return checked;
}

/** The side that can say what the other may be goes first. */
function checkSides<F>(checking: Checking<F>, tree: BinaryTree): Sides<F> {
  if (tree.left.kind === 'word' && checking.scope.words?.has(tree.left.word) !== true) {
    const right = check(checking, tree.right);
    return { left: check(checking, tree.left, optionsOf(right.type)), right };
  }
  const left = check(checking, tree.left);
  return { left, right: check(checking, tree.right, optionsOf(left.type)) };
}

function checkConditional<F>(
  checking: Checking<F>,
  tree: ConditionalTree,
  options?: readonly string[],
): Checked<F> {
  const test = checkOperand(checking, '? :', tree.test, BOOL);
  const whenTrue = check(checking, tree.whenTrue, options);
  const whenFalse = check(checking, tree.whenFalse, options);
  const type = join(whenTrue.type, whenFalse.type);
  if (type === undefined) {
    reportMixed(checking, '? :', tree, [tree.whenTrue, whenTrue.type], [tree.whenFalse, whenFalse.type]);
  }
  return { kind: 'conditional', type: type ?? UNKNOWN, test, whenTrue, whenFalse };
}
