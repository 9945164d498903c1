import { suggestion } from '../../../finding/suggest.js';
import { pluginRange, runPlugin } from '../../methods/plugin.js';
import type { NodeOutline } from '../nodes/outline.js';
import type { RubricContext } from '../rubric-context.js';
import { inRange, writtenRange } from '../written-range.js';
import { rangedChildren } from './child-ranges.js';
import { type MadeMethod, ofScored, reportedBelow, unusable } from './made-method.js';

/** A node that a plugin's method scores. */
export function makePlugin(name: string, outline: NodeOutline, context: RubricContext): MadeMethod {
  const { id, children, entry, path } = outline;
  const method = context.plugins.get(name);
  const methodPath = entry.method === undefined ? ['method'] : [...path, 'method'];
  if (method === undefined) {
    const known = [...context.plugins.keys()];
    const args = { method: `plugin:${name}`, known, ...suggestion(name, known) };
    context.reportOnce('unknown-method', methodPath, args);
    return unusable('unknown-method');
  }
  const ranged = rangedChildren(outline, context);
  const written = writtenRange(entry.range, path, context);
  if (ranged === undefined || written === 'refused') return unusable('range-needed');
  const own = written === undefined ? pluginRange(method, ranged) : undefined;
  if (typeof own === 'string') {
    context.reportOnce('plugin-broken', methodPath, { plugin: name, detail: own });
    return unusable('plugin-broken');
  }
  const range = written ?? own;
  // A stranger's code gets ranges that it cannot change.
  const ranges = ranged.map((child) => Object.freeze({ ...child.range }));
  return {
    method: { kind: 'plugin', name, method },
    range,
    scale: range,
    optional: true,
    bounded: false,
    reported: reportedBelow(outline),
    evaluate: ofScored(outline, (frame) => {
      const given = children.map(({ id, slot, weight }, i) => {
        const score = frame.scores[slot] ?? Number.NaN;
        return {
          id,
          weight,
          range: ranges[i] ?? { min: 0, max: 0 },
          score: Number.isNaN(score) ? undefined : score,
        };
      });
      return inRange(runPlugin(method, given, id, frame.problems), range, id, frame);
    }),
  };
}
