import { type ProfileField, type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import { type Answer, blankAnswer, type Response } from '../../response/response.js';

/** What a unit answered to a question before. */
export interface EarlierAnswer {
  readonly wave: string | undefined;
  readonly response: string;
  readonly answer: Answer;
}

/**
 * What was said last time by the unit that is asked now, to a question of the same id: of its responses the one that was
 * completed last, official ones first. Nothing is taken over by itself.
 */
export function earlierAnswers(
  questionnaire: Questionnaire,
  responses: readonly Response[],
): (profile: Response['profile'], question: string) => EarlierAnswer | undefined {
  const fields = unitFields(questionnaire);
  const keyOf = (profile: Response['profile']) =>
    JSON.stringify(fields.map((field) => unitOf(profile, field)));
  const byUnit = new Map<string, Response[]>();
  for (const response of responses.toSorted(latestFirst)) {
    const unit = keyOf(response.profile);
    const known = byUnit.get(unit);
    if (known === undefined) byUnit.set(unit, [response]);
    else known.push(response);
  }
  return (profile, question) => {
    for (const { id, wave, answers } of byUnit.get(keyOf(profile)) ?? []) {
      const answer = (Object.hasOwn(answers, question) ? answers[question] : undefined) ?? blankAnswer;
      if (answer.value !== undefined || answer.non_answer !== undefined)
        return { wave, response: id, answer };
    }
    return undefined;
  };
}

function unitOf(profile: Response['profile'], { id }: ProfileField): string {
  return String(profile[id] ?? '')
    .trim()
    .replace(/\s+/g, ' ');
}

function latestFirst(one: Response, other: Response): number {
  const official = Number(other.official ?? false) - Number(one.official ?? false);
  if (official !== 0) return official;
  return (other.completed ?? '').localeCompare(one.completed ?? '', 'en');
}
