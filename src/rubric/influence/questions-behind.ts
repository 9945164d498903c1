import type { Reference } from '../../expression/expression.js';
import type { Question } from '../../questionnaire/questionnaire.js';
import { figuresByName } from '../expressions/expression-names.js';
import type { Plan, PlanIndex, PlanNode } from '../plan.js';

/** Every question whose answer can move a figure, in file order: through scores, expressions, gates and conditions. */
export function questionsBehind(plan: Plan, figure: PlanNode | PlanIndex): readonly Question[] {
  const { questionnaire } = plan;
  const byId = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const terms = new Map([...plan.terms, ...plan.presences].map(({ slot, question }) => [slot, question]));
  const nodes = new Map(plan.nodes.map((node) => [node.slot, node]));
  const figures = figuresByName(plan);
  const found = new Set<Question>();
  const visited = new Set<PlanNode | PlanIndex>();

  const visitSlot = (slot: number): void => {
    const question = terms.get(slot);
    const node = nodes.get(slot);
    if (question !== undefined) visitQuestion(question);
    if (node !== undefined) visit(node);
  };
  const visitQuestion = (question: Question | undefined): void => {
    if (question === undefined || found.has(question)) return;
    found.add(question);
    visitNames(question.when?.references ?? []);
  };
  const visitNames = (references: readonly Reference[]): void => {
    for (const { root, name } of references) {
      if (root === 'answers') visitQuestion(byId.get(name));
      else if (root !== 'profile') visit(figures.get(name));
    }
  };
  const visit = (each: PlanNode | PlanIndex | undefined): void => {
    if (each === undefined || visited.has(each)) return;
    visited.add(each);
    if (!('method' in each)) {
      visitNames(each.expression.references);
      return;
    }
    const { method, children, coverage } = each;
    for (const { slot } of children) visitSlot(slot);
    for (const slot of coverage.slots) visitSlot(slot);
    if (method.kind === 'expression') visitNames(method.expression.references);
    if (method.kind === 'staged') {
      for (const { members } of method.stages) for (const { slot } of members) visitSlot(slot);
    }
    for (const { on, expression } of plan.gates) if (on === each) visitNames(expression.references);
  };

  visit(figure);
  return questionnaire.questions.filter((question) => found.has(question));
}
