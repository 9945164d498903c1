import type { PluginChild, PluginMethod, ScoreProblem } from '../plan.js';

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
    problems.push({ kind: 'failed', node, detail: error instanceof Error ? error.message : String(error) });
    return Number.NaN;
  }
  if (result === undefined) return Number.NaN;
  if (typeof result === 'number' && Number.isFinite(result)) return result;
  const found =
    typeof result === 'string' ? `the text ${JSON.stringify(result.slice(0, 40))}` : String(result);
  problems.push({ kind: 'not-finite', node, found });
  return Number.NaN;
}
