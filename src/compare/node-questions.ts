import type { Question } from '../questionnaire/questionnaire.js';
import type { Plan, PlanNode } from '../rubric/plan.js';

/** The questions in a node, scored or not, by `Question.index`. */
export interface NodeQuestions {
  readonly node: PlanNode;
  readonly questions: ReadonlySet<number>;
}

/** Dimensions, themes and `overall`, each with the questions below it in the questionnaire. */
export function nodeQuestions({ questionnaire, nodes }: Plan): readonly NodeQuestions[] {
  const below = new Map<string, ReadonlySet<number>>();
  const visit = (dimensions: typeof questionnaire.dimensions): readonly Question[] =>
    dimensions.flatMap(({ id, dimensions: inner, questions }) => {
      const all = [...visit(inner), ...questions];
      below.set(id, new Set(all.map(({ index }) => index)));
      return all;
    });
  visit(questionnaire.dimensions);
  const { questions } = questionnaire;
  for (const { id } of questionnaire.themes) {
    below.set(id, new Set(questions.filter(({ themes }) => themes.includes(id)).map(({ index }) => index)));
  }
  below.set('overall', new Set(questions.map(({ index }) => index)));
  return nodes.flatMap((node) => {
    const found = below.get(node.id);
    const isAsked = node.kind === 'dimension' || node.kind === 'theme' || node.kind === 'overall';
    return found === undefined || !isAsked ? [] : [{ node, questions: found }];
  });
}
