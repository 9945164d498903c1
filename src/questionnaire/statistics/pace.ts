import type { FollowUp, ProfileField, Question } from '../questionnaire.js';

/**
 * Words a minute that adults read silently in English non-fiction, and that they read aloud (Marc Brysbaert, “How many
 * words do we read per minute?”, Journal of Memory and Language 109 (2019), 104047). Most adults read 175 to 300.
 */
export const wordsPerMinute = { silent: 238, aloud: 183 } as const;

/**
 * Seconds to decide on an answer and to mark it, once the question is read; of `choices`, for each option. Chosen so that
 * a question of 25 words with a simple answer comes to the ten seconds or so that such a question takes in web surveys
 * (Pew Research Center, “How we keep our online surveys from running too long”, 2022: 85 of them in 15 minutes), and an
 * open one to a minute.
 */
export const secondsToMark: Readonly<Record<Question['type'], number>> = {
  yes_no: 3,
  level: 5,
  choice: 5,
  choices: 2,
  number: 10,
  date: 8,
  text: 60,
};

/** Seconds to fill in a follow-up. */
export const secondsToFollowUp: Readonly<Record<FollowUp, number>> = {
  target: 4,
  confidence: 3,
  barriers: 8,
  evidence: 30,
  best_practice: 60,
};

/** An assumption: of the follow-ups, which are all optional, this share is filled in by those who answer alone. */
export const followUpsFilledIn = 0.25;

/**
 * An assumption: seconds of thinking, talking and noting down after an interviewer has read a question out; of `choices`,
 * for each option. A question's own `minutes` stand instead of this and of the reading.
 */
export const secondsToTalk: Readonly<Record<Question['type'], number>> = {
  yes_no: 20,
  level: 45,
  choice: 30,
  choices: 5,
  number: 30,
  date: 15,
  text: 60,
};

/** An assumption: seconds that a follow-up takes in an interview, where each is put. */
export const secondsToTalkMore: Readonly<Record<FollowUp, number>> = {
  target: 15,
  confidence: 5,
  barriers: 15,
  evidence: 20,
  best_practice: 45,
};

/** An assumption: minutes that a question takes longer in a workshop, where several hear one another and settle on one answer. */
export const workshopMinutesMore = 1.5;

/** Seconds to fill in a field about the respondent, and to ask for it. */
export const secondsOfField: Readonly<
  Record<ProfileField['type'], { readonly mark: number; readonly talk: number }>
> = {
  text: { mark: 8, talk: 10 },
  number: { mark: 6, talk: 10 },
  choice: { mark: 4, talk: 8 },
};
