import { type Finding, isError } from '../../finding/finding.js';
import type { CheckRule } from './check-rule.js';

/**
 * What some rules find. `before` is what is known to be wrong: what a rule finds on the line of an error mostly follows
 * from it.
 */
export function runRules<C>(
  rules: readonly CheckRule<C>[],
  context: C,
  before: readonly Finding[],
): readonly Finding[] {
  const found = rules.flatMap((rule) => rule.run(context));
  const lines = new Set(before.filter(isError).map(lineOf));
  return lines.size === 0 ? found : found.filter((problem) => !lines.has(lineOf(problem)));
}

function lineOf({ file, range }: Finding): string {
  return `${range?.start.line ?? 0} ${file}`;
}
