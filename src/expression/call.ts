import { suggestion } from '../finding/suggest.js';
import { broken, type Checked, type Checking, reportType } from './checked.js';
import { aliases, functions, signature, takesList } from './functions.js';
import { problem } from './problem.js';
import type { CallTree } from './tree.js';
import { describe, fits, NUMBER } from './type.js';

/** Checks a call of a function other than `has`, whose arguments are already checked. */
export function checkCall<F>(checking: Checking<F>, tree: CallTree, args: readonly Checked<F>[]): Checked<F> {
  const { problems } = checking;
  const fn = functions.get(tree.name);
  if (fn === undefined) {
    const known = ['has', ...functions.keys()];
    const alias = aliases.get(tree.name);
    const span = { start: tree.start, end: tree.start + tree.name.length };
    const details = {
      name: tree.name,
      known,
      ...(alias === undefined ? suggestion(tree.name, known) : { suggestion: alias }),
    };
    problems.push(problem('expression-unknown-function', span, details));
    return broken();
  }
  if (args.length !== fn.parameters.length) {
    const list = takesList(fn) && args.length > 1 && args.every(({ type }) => fits(type, NUMBER));
    const details = { name: fn.name, signature: signature(fn), found: args.length, list };
    problems.push(problem('expression-arguments', tree, details));
    return { ...broken<F>(), type: NUMBER };
  }
  fn.parameters.forEach(({ needs }, at) => {
    const [argument, written] = [args[at], tree.args[at]];
    if (argument && written && !needs.some((type) => fits(argument.type, type))) {
      reportType(checking, fn.name, needs.map(describe).join(' or '), written, argument.type);
    }
  });
  return { kind: 'call', type: NUMBER, fn, args };
}
