import type { Question } from '../../questionnaire/questionnaire.js';
import { decimalOf } from '../texts/plain-values.js';
import { type ambiguous, type Labelled, type Labels, labelsOf, lookUp } from './labels.js';

/** What can be named in an answer: the levels or options, where the question has them. */
export function questionLabels(question: Question): Labels | undefined {
  const things = labelled(question);
  return things === undefined ? undefined : labelsOf(things);
}

/** What a text names. A level's value can be written as any decimal that equals it. */
export function named(
  question: Question,
  labels: Labels | undefined,
  text: string,
): number | string | typeof ambiguous | undefined {
  const found = labels === undefined ? undefined : lookUp(labels, text);
  if (found !== undefined || question.type !== 'level') return found;
  const value = decimalOf(text);
  return question.scale.levels.find((level) => level.value === value)?.value;
}

function labelled(question: Question): readonly Labelled[] | undefined {
  switch (question.type) {
    case 'level':
      return question.scale.levels.map(({ value, label }) => {
        const wording = question.wording.get(value);
        return wording === undefined ? { key: value, label } : { key: value, label, wording };
      });
    case 'choice':
    case 'choices':
      return question.options.map(({ id, label }) => ({ key: id, label }));
    default:
      return undefined;
  }
}
