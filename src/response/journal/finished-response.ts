import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Response } from '../response.js';
import type { Occasion } from './entry.js';
import { askedOf } from './question-digests.js';
import { answerIn, type ResponseDraft } from './response-draft.js';

/** The response that a draft comes to, at a time in ISO 8601; the answers in file order, blank ones left out. */
export function finishedResponse(
  questionnaire: Questionnaire,
  { id, wave, mode, official }: Occasion,
  draft: ResponseDraft,
  completed: string,
): Response {
  const { participants } = draft;
  const answers = questionnaire.questions
    .map((question) => [question.id, answerIn(draft, question.id)] as const)
    .filter(([, answer]) => Object.keys(answer).length > 0);
  const profile = questionnaire.profile
    .filter((field) => Object.hasOwn(draft.profile, field.id))
    .map((field) => [field.id, draft.profile[field.id] ?? ''] as const);
  return {
    milepost: 1,
    questionnaire: askedOf(questionnaire).questionnaire,
    id,
    ...(wave === undefined ? {} : { wave }),
    mode,
    completed,
    profile: Object.fromEntries(profile),
    // A room in which nobody was is none that a response can have.
    ...(participants === undefined || participants.count === 0
      ? {}
      : {
          participants: {
            count: participants.count,
            ...(participants.roles.length > 0 ? { roles: participants.roles } : {}),
          },
        }),
    ...(official === true ? { official } : {}),
    answers: Object.fromEntries(answers),
  };
}
