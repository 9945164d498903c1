import type { Checked } from './checked.js';
import type { Value } from './type.js';

/** All that an expression can come to, where that is written in it: `x ? 1 : y ? 2 : 3`. */
export function outcomesOf<F>(node: Checked<F>): readonly Value[] | undefined {
  if (node.kind === 'constant') return [node.value];
  if (node.kind !== 'conditional') return undefined;
  const [yes, no] = [outcomesOf(node.whenTrue), outcomesOf(node.whenFalse)];
  return yes === undefined || no === undefined ? undefined : [...new Set([...yes, ...no])];
}
