import { suggestion } from '../../../finding/suggest.js';
import type { Figure } from '../../expressions/scope.js';
import { combiningMethod, combiningMethods } from '../../methods/registry.js';
import type { NodeOutline } from '../nodes/outline.js';
import type { RubricContext } from '../rubric-context.js';
import type { Terms } from '../terms/terms.js';
import type { MadeMethod } from './made-method.js';
import { unusable } from './made-method.js';
import { makeCombining } from './make-combining.js';
import { makeExpression } from './make-expression.js';
import { makePlugin } from './make-plugin.js';
import { makeStaged } from './make-staged.js';

/** The method of a node, as its entry says or else the rubric. */
export function makeMethod(
  outline: NodeOutline,
  context: RubricContext,
  terms: Terms,
  figures: ReadonlyMap<string, Figure>,
): MadeMethod {
  const { entry, path } = outline;
  const name = entry.method ?? context.rubric.body.method ?? 'mean';
  if (name === 'staged') return makeStaged(outline, context, terms);
  if (name === 'expression') return makeExpression(outline, context, figures);
  if (name.startsWith('plugin:')) return makePlugin(name.slice('plugin:'.length), outline, context);
  const method = combiningMethod(name);
  if (method !== undefined) return makeCombining(method, outline, context);
  const known = combiningMethods.map((each) => each.name);
  context.report('unknown-method', [...path, 'method'], { method: name, known, ...suggestion(name, known) });
  return unusable('unknown-method');
}
