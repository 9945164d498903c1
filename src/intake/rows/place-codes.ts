import { type Finding, finding } from '../../finding/finding.js';
import { named } from '../../response/labels/question-labels.js';
import type { AnswerReader, Spot } from '../../response/reading/read-answer.js';

const bareNumber = /^\d+$/;

/**
 * What is to be said of a number from a form tool that may have written an answer's place in its list: nothing where the
 * answer in that place is the one that the number names, or where there is no such place.
 */
export function placeCode({ question, labels }: AnswerReader, text: string, spot: Spot): Finding | undefined {
  const written = text.trim();
  if (labels === undefined || !bareNumber.test(written)) return undefined;
  const inPlace = labels.allowed[Number(written) - 1];
  const asNamed = named(question, labels, written);
  if (inPlace === undefined || String(asNamed) === inPlace.value) return undefined;
  return finding('answer-place-code', spot.place, {
    name: spot.name,
    found: written,
    perhaps: inPlace.value,
    label: inPlace.label,
  });
}
