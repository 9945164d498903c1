import { compile, type Expression } from '../../../expression/expression.js';
import { answers, type Figure, scores } from '../../expressions/scope.js';
import type { ScoreProblem } from '../../plan.js';
import type { NodeOutline } from '../nodes/outline.js';
import type { RubricContext } from '../rubric-context.js';
import { inRange, writtenRange } from '../written-range.js';
import { type MadeMethod, ofScored, reportedBelow, unusable } from './made-method.js';

/** A node whose score is written in CEL, over the nodes below it and answers. */
export function makeExpression(
  outline: NodeOutline,
  context: RubricContext,
  figures: ReadonlyMap<string, Figure>,
): MadeMethod {
  const { entry, path, below, id } = outline;
  const nodesBelow = new Map([...figures].filter(([name]) => below.get(name)?.kind === 'node'));
  const text = entry.score ?? '';
  const roots = { scores: scores({ known: nodesBelow, broken: context.broken }), answers: answers(context) };
  const { expression, problems } = compile(text, { roots }, 'number');
  for (const problem of problems) context.reportWithin(problem, [...path, 'score'], text);
  const range = writtenRange(entry.range, path, context);
  if (expression === undefined || range === 'refused') {
    return unusable(problems[0]?.rule ?? 'range-empty');
  }
  return {
    method: { kind: 'expression', expression },
    range,
    scale: range,
    optional: true,
    bounded: false,
    reported: reportedBelow(outline),
    evaluate: ofScored(outline, (frame) => inRange(resultOf(expression, frame, id), range, id, frame)),
  };
}

/** The figure an expression comes to; NaN where it is undetermined, with a problem where every name in it has a value. */
export function resultOf<F extends { readonly problems: ScoreProblem[] }>(
  expression: Expression<F>,
  frame: F,
  node: string,
): number {
  const result = expression.evaluate(frame);
  if (typeof result === 'number') return result;
  if (expression.isComplete(frame)) {
    frame.problems.push({ kind: 'not-finite', node, found: 'no finite number' });
  }
  return Number.NaN;
}
