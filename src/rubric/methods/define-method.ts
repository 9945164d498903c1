import type { PluginMethod } from '../plan.js';

/**
 * Makes a scoring method of one's own, which a rubric names as `plugin:<name>`.
 *
 * `score` gets every child with its score (`undefined` where it has none), its weight (≥ 0) and its possible range, in
 * file order, and gives the node's score, or `undefined` for none. `range` says how low and how high that can be;
 * without it, a node needs `range:` in the rubric where a parent uses it. A result that is no finite number, or outside
 * the range, is reported and counts as none.
 */
export function defineMethod(method: PluginMethod): PluginMethod {
  if (!/^[a-z][a-z0-9_-]*$/.test(method.name)) {
    throw new TypeError(
      `a method's name is lower-case letters, digits, _ and -; found ${JSON.stringify(method.name)}`,
    );
  }
  return Object.freeze({ ...method });
}

export function isMethod(value: unknown): value is PluginMethod {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'score' in value &&
    typeof value.score === 'function'
  );
}
