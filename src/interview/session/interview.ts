import type { Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import type { OpenedEvent, Stop } from '../../response/journal/entry.js';
import type { Replay } from '../../response/journal/replay.js';
import { emptyDraft, type ResponseDraft } from '../../response/journal/response-draft.js';
import { type ResponseReader, responseReader } from '../../response/reading/read-response.js';
import { type Resolved, resolve } from '../../response/resolve.js';
import { isSameStop, type Section, sectionsOf, stopsOf } from './sections.js';

/** What is asked, and how; the same from the first question to the last. */
export interface Interview {
  readonly questionnaire: Questionnaire;
  readonly mode: OpenedEvent['mode'];
  readonly sections: readonly Section[];
  readonly reader: ResponseReader;
  /** What was asked, and what was answered to it; worked out once for as long as a draft is looked at. */
  readonly resolved: (draft: ResponseDraft) => Resolved;
}

/** How far an interview has come. Everything else is worked out from it. */
export interface InterviewState {
  readonly draft: ResponseDraft;
  readonly at: Stop;
}

export function interviewOf(questionnaire: Questionnaire, mode: OpenedEvent['mode']): Interview {
  let last: { readonly draft: ResponseDraft; readonly resolved: Resolved } | undefined;
  return {
    questionnaire,
    mode,
    sections: sectionsOf(questionnaire),
    reader: responseReader(questionnaire),
    resolved: (draft) => {
      if (last?.draft !== draft) last = { draft, resolved: resolve(questionnaire, draft) };
      return last.resolved;
    },
  };
}

/** How an interview begins: with its first question, and perhaps what is known of the respondent. */
export function startOf(interview: Interview, profile: ResponseDraft['profile'] = {}): InterviewState {
  const draft = { ...emptyDraft, profile };
  return { draft, at: stopsIn(interview, draft)[0] ?? { at: 'review' } };
}

/** How it goes on: where it was left, or with the first question that is open where that is not asked any more. */
export function resumedFrom(
  interview: Interview,
  { draft, at }: Pick<Replay, 'draft' | 'at'>,
): InterviewState {
  const stops = stopsIn(interview, draft);
  const there = at === undefined ? undefined : stops.find((stop) => isSameStop(stop, at));
  return { draft, at: there ?? openStop(interview, draft, stops) ?? stops[0] ?? { at: 'review' } };
}

/** What was asked, and what was answered to it. */
export function resolvedIn({ resolved }: Interview, draft: ResponseDraft): Resolved {
  return resolved(draft);
}

export function stopsIn(interview: Interview, draft: ResponseDraft): readonly Stop[] {
  return stopsOf(interview.sections, resolvedIn(interview, draft));
}

/** The question that is shown, if one is. */
export function questionAt({ reader }: Interview, { at }: Pick<InterviewState, 'at'>): Question | undefined {
  return at.at === 'question' ? reader.byId.get(at.id)?.question : undefined;
}

/** The first question among some stops that is asked and has no answer. */
export function openStop(
  interview: Interview,
  draft: ResponseDraft,
  among: readonly Stop[],
): Stop | undefined {
  const { states } = resolvedIn(interview, draft);
  return among.find((stop) => {
    const index = stop.at === 'question' ? interview.reader.byId.get(stop.id)?.question.index : undefined;
    return index !== undefined && states[index] === 'unanswered';
  });
}
