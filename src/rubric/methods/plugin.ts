import type { PluginChild, PluginMethod, ScoreProblem } from '../plan.js';
import type { Range } from '../range.js';
import type { RangedChild } from './method.js';

/** What a plugin's method makes of children; NaN and a problem where it fails, since a stranger's code may do anything. */
export function runPlugin(
  method: PluginMethod,
  children: readonly PluginChild[],
  node: string,
  problems: ScoreProblem[],
): number {
  let result: unknown;
  try {
    result = method.score(children);
  } catch (error) {
    problems.push({ kind: 'failed', node, detail: thrown(error) });
    return Number.NaN;
  }
  if (result === undefined) return Number.NaN;
  if (typeof result === 'number' && Number.isFinite(result)) return result;
  problems.push({ kind: 'not-finite', node, found: described(result) });
  return Number.NaN;
}

/** The range that a plugin's method says it has, if it says any; or what is wrong with what it says. */
export function pluginRange(
  method: PluginMethod,
  children: readonly RangedChild[],
): Range | string | undefined {
  let result: unknown;
  try {
    result = method.range?.(children.map(({ weight, range }) => ({ weight, range: { ...range } })));
  } catch (error) {
    return `its \`range\` fails: ${thrown(error)}`;
  }
  if (result === undefined) return undefined;
  if (typeof result === 'object' && result !== null && 'min' in result && 'max' in result) {
    const { min, max } = result;
    if (typeof min === 'number' && typeof max === 'number' && Number.isFinite(max - min) && min <= max) {
      return { min, max };
    }
  }
  return `its \`range\` gives ${described(result)}, not { min, max } with two numbers`;
}

/** What a module threw, without its stack. */
export function thrown(error: unknown): string {
  return error instanceof Error ? String(error.message) : described(error);
}

/** What a value is, for whoever wrote the module that gave it. */
export function described(value: unknown): string {
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 40))}`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (value instanceof Promise) return 'a promise';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
