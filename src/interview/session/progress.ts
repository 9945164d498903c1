import { questionnaireStatistics } from '../../questionnaire/statistics/statistics.js';
import type { JournalEntry } from '../../response/journal/entry.js';
import { type Interview, type InterviewState, resolvedIn } from './interview.js';

/** Where an interview stands. */
export interface Progress {
  /** The section that is shown, and its place, from 1. */
  readonly section: { readonly title: string; readonly nth: number; readonly of: number } | undefined;
  /** The place of the question that is shown among those that are asked, from 1. */
  readonly question: { readonly nth: number; readonly of: number } | undefined;
  /** Of the questions that are asked, which share has an answer or a non-answer, 0 to 1. */
  readonly done: number;
  readonly open: number;
}

export function progressOf(interview: Interview, state: InterviewState): Progress {
  const { sections, questionnaire, reader } = interview;
  const { states } = resolvedIn(interview, state.draft);
  const asked = questionnaire.questions.filter(({ index }) => states[index] !== 'not_asked');
  const open = asked.filter(({ index }) => states[index] === 'unanswered').length;
  const { at } = state;
  const index = at.at === 'question' ? reader.byId.get(at.id)?.question.index : undefined;
  const nth = sections.findIndex((section) =>
    at.at === 'summary'
      ? section.id === at.id
      : section.questions.some((question) => question.index === index),
  );
  const section = sections[nth];
  return {
    section: section && { title: section.title, nth: nth + 1, of: sections.length },
    question:
      index === undefined
        ? undefined
        : { nth: asked.filter((question) => question.index <= index).length, of: asked.length },
    done: asked.length === 0 ? 1 : (asked.length - open) / asked.length,
    open,
  };
}

/** How many minutes the questions that are asked are likely to take, by question index. */
export function estimatedMinutes({ questionnaire, mode }: Interview): readonly number[] {
  return questionnaireStatistics(questionnaire).questions.map(({ minutes }) => minutes[mode]);
}

/** A pause of more than this many minutes is none of the time that an interview takes. */
const longestPause = 15;

/**
 * Tells how many minutes an interview has taken until now: the time between one entry of its journal and the next, pauses
 * left out. It is asked again and again while entries are added, and looks at each of them once.
 */
export function stopwatch(entries: readonly Pick<JournalEntry, 'time' | 'event'>[]): (now: number) => number {
  let used = 0;
  let last: number | undefined;
  let seen = 0;
  return (now) => {
    for (; seen < entries.length; seen += 1) {
      const entry = entries[seen];
      const time = Date.parse(entry?.time ?? '');
      // Between two sittings nobody is in the room.
      if (last !== undefined && entry?.event !== 'resumed') used += minutesBetween(last, time);
      last = time;
    }
    return used + (last === undefined ? 0 : minutesBetween(last, now));
  };
}

function minutesBetween(from: number, until: number): number {
  const minutes = (until - from) / 60_000;
  return minutes > 0 && minutes <= longestPause ? minutes : 0;
}
