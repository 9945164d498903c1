import { compile } from '../../expression/expression.js';
import type { Given, Question } from '../questionnaire.js';
import { answersRoot, profileRoot } from '../scope.js';
import type { Draft, QuestionContext } from './question.js';

/** Puts questions in their order and compiles each `when`, which may look at earlier answers and at the profile only. */
export function compileConditions(drafts: readonly Draft[], context: QuestionContext): readonly Question[] {
  const { part, shared, broken } = context;
  const places = new Map(drafts.map(({ question }, index) => [question.id, index]));
  /** The first item of each grid, by the grid's id. */
  const items = new Map(drafts.toReversed().map(({ question }) => [question.grid?.id, question.id]));
  const questions: Question[] = [];
  const known = new Map<string, Question>();
  const given = (frame: Given) => frame;
  for (const [index, { question: draft, condition }] of drafts.entries()) {
    let question: Question = { ...draft, index };
    if (condition !== undefined) {
      const refuse = (name: string): string | undefined => {
        if (name === draft.id) return 'a question cannot depend on its own answer';
        const item = items.get(name);
        if (item !== undefined) return `it is asked once for each item; name one, as \`answers.${item}\``;
        if ((places.get(name) ?? -1) > index) return `\`${name}\` is asked later`;
        return undefined;
      };
      const { expression, problems } = compile(
        condition.text,
        {
          roots: {
            answers: answersRoot({ questions: known, broken, refuse }, given),
            profile: profileRoot(shared.profile, shared.broken, given),
          },
        },
        'bool',
      );
      // The items of a grid share one condition: say once what is wrong with it.
      if (drafts[index - 1]?.condition !== condition) {
        for (const problem of problems) part.reportWithin(problem, condition.origin, condition.text);
      }
      if (expression !== undefined) question = { ...question, when: expression };
    }
    questions.push(question);
    known.set(question.id, question);
  }
  return questions;
}
