import type { NonAnswer } from '../../questionnaire/questionnaire.js';
import type { AnswerStep, QuestionDerivation } from '../../rubric/derivation/derivation-tree.js';
import { formula, type Line, type LinePart, line } from './line.js';
import { answerWords, problemWords, scoreWords } from './words.js';

/** A question: its answer, and how that came to its score. `role` says what it has in the whole. */
export function questionLine(question: QuestionDerivation, role: string): Line {
  const { id, title, answer, steps } = question;
  const [first, ...rest] = steps;
  const how = first === undefined ? [] : [', ', ...stepWords(first)];
  const then = rest.flatMap((step): readonly LinePart[] => ['; ', ...stepWords(step)]);
  return line([`${title} (${id}): ${answerWords(answer)}`, ...how, ...then, role]);
}

function stepWords(step: AnswerStep): readonly LinePart[] {
  switch (step.kind) {
    case 'own':
      return ownWords(step);
    case 'reversed':
      return ['turned round ', formula(`${step.arithmetic} = ${step.score}`)];
    case 'mapped':
      return [`brought to ${step.to.min} to ${step.to.max} `, formula(`${step.arithmetic} = ${step.score}`)];
    case 'policy':
      return policyWords(step);
  }
}

function ownWords({ by, score, problem }: Extract<AnswerStep, { kind: 'own' }>): readonly LinePart[] {
  switch (by.kind) {
    case 'answer':
      return score === null ? ['which has no score'] : ['scores ', formula(score)];
    case 'arithmetic':
      return ['scores ', formula(score === null ? by.arithmetic : `${by.arithmetic} = ${score}`)];
    case 'step':
      return by.from === null
        ? ['below the first step, no score']
        : [`from ${by.from} on scores `, scoreWords(score)];
    case 'expression':
      return problem === null
        ? ['scores ', formula(by.text), ' = ', scoreWords(score)]
        : ['scores ', formula(by.text), `; ${problemWords(problem)}`];
  }
}

/** How a policy is written in a rubric: the reader can look it up there. */
function policyWords({
  nonAnswer,
  policy,
  score,
}: Extract<AnswerStep, { kind: 'policy' }>): readonly LinePart[] {
  const written = (value: string) => ` (missing.${nonAnswer satisfies NonAnswer}: ${value})`;
  switch (policy) {
    case 'exclude':
      return [`left out${written('exclude')}`];
    case 'lowest':
    case 'highest':
      return ['counts as ', scoreWords(score), `, the ${policy} an answer can score`];
    case 'number':
      return ['counts as ', scoreWords(score), written(String(score))];
  }
}
