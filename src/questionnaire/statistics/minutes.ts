import type { ProfileField, Question } from '../questionnaire.js';
import {
  followUpsFilledIn,
  secondsOfField,
  secondsToFollowUp,
  secondsToMark,
  secondsToTalk,
  secondsToTalkMore,
  wordsPerMinute,
  workshopMinutesMore,
} from './pace.js';

/** How long something takes, in minutes: estimates, for each way to answer. */
export interface Minutes {
  readonly selfCompletion: number;
  readonly interview: number;
  readonly workshop: number;
}

/** How many words are read, and read out. */
export interface WordCount {
  readonly read: number;
  readonly aloud: number;
}

/**
 * Minutes that a question takes: words ÷ words per minute, and the time to answer by type and follow-ups (`pace.ts`). For
 * an interview, the question's own `minutes` where it has them, which a grid's items share evenly.
 */
export function questionMinutes(question: Question, words: WordCount, itemsOfGrid: number): Minutes {
  const { minutes, ask } = question;
  const sum = (seconds: Readonly<Record<(typeof ask)[number], number>>) =>
    ask.reduce((total, each) => total + seconds[each], 0);
  const answers = question.type === 'choices' ? question.options.length : 1;
  const marking = secondsToMark[question.type] * answers + sum(secondsToFollowUp) * followUpsFilledIn;
  const talking = secondsToTalk[question.type] * answers + sum(secondsToTalkMore);
  const { selfCompletion, interview } = readingMinutes(words);
  const interviewed = minutes === undefined ? interview + talking / 60 : minutes / itemsOfGrid;
  return {
    selfCompletion: selfCompletion + marking / 60,
    interview: interviewed,
    workshop: interviewed + workshopMinutesMore,
  };
}

/** Minutes that a field about the respondent takes. */
export function fieldMinutes({ type }: ProfileField, words: WordCount): Minutes {
  const { mark, talk } = secondsOfField[type];
  const reading = readingMinutes(words);
  return {
    selfCompletion: reading.selfCompletion + mark / 60,
    interview: reading.interview + talk / 60,
    workshop: reading.workshop + talk / 60,
  };
}

/** Minutes that it takes to read something, and to read it out. */
export function readingMinutes({ read, aloud }: WordCount): Minutes {
  const spoken = aloud / wordsPerMinute.aloud;
  return { selfCompletion: read / wordsPerMinute.silent, interview: spoken, workshop: spoken };
}

export function addMinutes(a: Minutes, b: Minutes): Minutes {
  return {
    selfCompletion: a.selfCompletion + b.selfCompletion,
    interview: a.interview + b.interview,
    workshop: a.workshop + b.workshop,
  };
}
