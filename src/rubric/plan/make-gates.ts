import { suggestion } from '../../finding/suggest.js';
import { isBroken } from '../../questionnaire/broken.js';
import { figureExpression, isAboveResponses } from '../expressions/figure-expression.js';
import { at15Digits } from '../numerics.js';
import type { PlanGate, PlanNode } from '../plan.js';
import type { RubricContext } from './rubric-context.js';

/** The gates in order. They see 15 digits of a score, as thresholds do. */
export function makeGates(nodes: ReadonlyMap<string, PlanNode>, context: RubricContext): readonly PlanGate[] {
  const { rubric, questionnaire, broken, report } = context;
  return (rubric.body.gates ?? []).flatMap(({ on: id, if: condition, cap, because }, i): PlanGate[] => {
    const path = ['gates', i];
    const on = nodes.get(id);
    if (on === undefined && !isBroken(broken, id)) {
      report('unknown-gate-node', [...path, 'on'], { id, ...suggestion(id, nodes.keys()) });
    }
    const figures = { known: nodes, broken };
    const expression = figureExpression(condition, 'bool', [...path, 'if'], figures, context, at15Digits);
    if (on === undefined || expression === undefined) return [];
    const aboveResponses = isAboveResponses(expression, questionnaire);
    return [{ on, expression, cap, because, aboveResponses }];
  });
}
