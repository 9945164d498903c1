import type { Plan, PlanNode } from '../../rubric/plan.js';
import { nodeQuestions } from '../node-questions.js';

/** What barriers are counted in: a dimension, a theme, or the whole questionnaire. */
export interface BarrierNode extends Pick<PlanNode, 'id' | 'title' | 'kind' | 'depth'> {
  /** The questions in it that ask for barriers, by `Question.index`. */
  readonly questions: ReadonlySet<number>;
}

/** The id of the whole questionnaire among nodes: that of its overall score, where it has one. */
export const allQuestions = 'overall';

/** Where barriers can be named, in the order of tables: the whole questionnaire comes last, be it without an overall score. */
export function barrierNodes(plan: Plan): readonly BarrierNode[] {
  const asked = plan.questionnaire.questions.filter(({ ask }) => ask.includes('barriers'));
  const found = nodeQuestions(plan).map(({ node: { id, title, kind, depth }, questions }): BarrierNode => {
    const own = asked.filter(({ index }) => questions.has(index)).map(({ index }) => index);
    return { id, title, kind, depth, questions: new Set(own) };
  });
  const whole: BarrierNode = {
    id: allQuestions,
    title: 'All questions',
    kind: 'overall',
    depth: 0,
    questions: new Set(asked.map(({ index }) => index)),
  };
  const nodes = found.some(({ id }) => id === whole.id) ? found : [...found, whole];
  return nodes.filter(({ questions }) => questions.size > 0);
}
