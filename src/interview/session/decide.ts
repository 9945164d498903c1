import { type Finding, finding } from '../../finding/finding.js';
import type { AnswerEvent, JournalEvent, Stop } from '../../response/journal/entry.js';
import { answerIn } from '../../response/journal/response-draft.js';
import { readAnswer } from '../../response/reading/read-answer.js';
import { readProfileValue } from '../../response/reading/read-profile.js';
import { type RemarksDraft, readRemark } from '../../response/reading/read-remark.js';
import { missingRequired } from '../../response/resolve.js';
import type { Command } from './command.js';
import { type Interview, type InterviewState, openStop, resolvedIn, stopsIn } from './interview.js';
import { isSameStop } from './sections.js';

/** What a command comes to: what happens, to be written down before it is shown; or why nothing does. */
export type Decision =
  | { readonly events: readonly JournalEvent[] }
  | { readonly refusal: Finding; readonly events?: never };

const place = { file: 'interview' };
const nothing: Decision = { events: [] };

/** Decides on a command. What was written is read as a cell or a typed response is, and refused in the same words. */
export function decide(interview: Interview, state: InterviewState, command: Command): Decision {
  switch (command.do) {
    case 'answer':
      return answer(interview, command);
    case 'decline': {
      const reader = interview.reader.byId.get(command.question);
      if (reader === undefined) return unknownQuestion(interview, command.question);
      const { nonAnswers } = reader.question;
      return nonAnswers.includes(command.as)
        ? { events: [{ event: 'answer', question: command.question, non_answer: command.as }] }
        : {
            refusal: finding('non-answer-not-permitted', place, {
              name: command.question,
              found: command.as,
              nonAnswer: command.as,
              permitted: nonAnswers,
            }),
          };
    }
    case 'carry':
      return carry(interview, state, command);
    case 'remark':
      return remark(interview, state, command);
    case 'profile': {
      const reader = interview.reader.profile.get(command.field);
      if (reader === undefined) return nothing;
      const spot = { place, name: command.field };
      const value = readProfileValue(reader, command.written, spot);
      if (typeof value === 'object') return { refusal: value };
      if (value === undefined && reader.field.required) {
        const { id: name, title } = reader.field;
        return { refusal: finding('profile-missing', place, { name, title }) };
      }
      return { events: [{ event: 'profile', field: command.field, value: value ?? null }] };
    }
    case 'room':
      return { events: [{ event: 'room', count: command.count, roles: command.roles }] };
    case 'back':
      return moved(state, neighbour(interview, state, -1));
    case 'forward':
      return moved(state, neighbour(interview, state, 1));
    case 'go': {
      const isThere = stopsIn(interview, state.draft).some((stop) => isSameStop(stop, command.to));
      return isThere ? moved(state, command.to) : nothing;
    }
    case 'next-open': {
      const stops = stopsIn(interview, state.draft);
      const here = stops.findIndex((stop) => isSameStop(stop, state.at));
      const behind = stops.slice(here + 1);
      return moved(
        state,
        openStop(interview, state.draft, behind) ?? openStop(interview, state.draft, stops),
      );
    }
    case 'finish':
      return finish(interview, state);
  }
}

function answer(interview: Interview, { question, written }: Extract<Command, { do: 'answer' }>): Decision {
  const reader = interview.reader.byId.get(question);
  if (reader === undefined) return unknownQuestion(interview, question);
  const reading = readAnswer(reader, written, { place, name: question });
  const event = (rest: Partial<AnswerEvent>): Decision => ({
    events: [{ event: 'answer', question, ...rest }],
  });
  switch (reading.kind) {
    case 'value':
      return event({ value: reading.value });
    case 'non_answer':
      return event({ non_answer: reading.non_answer });
    case 'blank':
      return event({});
    case 'fault':
      return { refusal: reading.finding };
  }
}

/** An answer from elsewhere is read as one that is given here, and known again by where it was given first. */
function carry(
  interview: Interview,
  state: InterviewState,
  { question, carried: { answer: said, from: carried } }: Extract<Command, { do: 'carry' }>,
): Decision {
  const { value, non_answer: as } = said;
  const decision =
    as === undefined
      ? answer(interview, { do: 'answer', question, written: value })
      : decide(interview, state, { do: 'decline', question, as });
  if (decision.events === undefined) return decision;
  return {
    events: decision.events.map((event) => (event.event === 'answer' ? { ...event, carried } : event)),
  };
}

function remark(
  interview: Interview,
  { draft }: InterviewState,
  { question, key, written }: Extract<Command, { do: 'remark' }>,
): Decision {
  const reader = interview.reader.byId.get(question);
  if (reader === undefined) return unknownQuestion(interview, question);
  const read: RemarksDraft = {};
  const spot = { place, name: `${question}__${key}` };
  const fault = readRemark(reader, interview.reader.barriers, key, written, spot, read);
  if (fault !== undefined) return { refusal: fault };
  const before = answerIn(draft, question)[key];
  const value = read[key];
  if (value === undefined)
    return before === undefined ? nothing : { events: [{ event: 'remark', question, key, value: null }] };
  return { events: [{ event: 'remark', question, key, value }] };
}

/** The stop before or after the one that is shown; after one that is not asked any more, the nearest to where it was. */
function neighbour(interview: Interview, { draft, at }: InterviewState, step: 1 | -1): Stop | undefined {
  const stops = stopsIn(interview, draft);
  const here = stops.findIndex((stop) => isSameStop(stop, at));
  if (here >= 0) return stops[here + step];
  const rank = placeOf(interview, at);
  const beyond = stops.filter((stop) => (placeOf(interview, stop) - rank) * step > 0);
  return step === 1 ? beyond[0] : beyond.at(-1);
}

/** Where a stop would stand if every question were asked. */
function placeOf({ sections, reader }: Interview, stop: Stop): number {
  switch (stop.at) {
    case 'question':
      return reader.byId.get(stop.id)?.question.index ?? -1;
    case 'summary':
      return (sections.find(({ id }) => id === stop.id)?.questions.at(-1)?.index ?? -1) + 0.5;
    case 'review':
      return Number.POSITIVE_INFINITY;
  }
}

function moved({ at }: InterviewState, to: Stop | undefined): Decision {
  return to === undefined || isSameStop(at, to) ? nothing : { events: [{ event: 'moved', to }] };
}

/** A required question may be put off, but not left out. */
function finish(interview: Interview, { draft }: InterviewState): Decision {
  const { questionnaire } = interview;
  const field = questionnaire.profile.find(
    ({ id, required }) => required && !Object.hasOwn(draft.profile, id),
  );
  if (field !== undefined) {
    return { refusal: finding('profile-missing', place, { name: field.id, title: field.title }) };
  }
  const [first] = missingRequired(questionnaire, resolvedIn(interview, draft));
  const question = first === undefined ? undefined : questionnaire.questions[first];
  if (question === undefined) return { events: [{ event: 'finished' }] };
  const { id: name, nonAnswers: permitted } = question;
  return { refusal: finding('answer-missing', place, { name, permitted }) };
}

function unknownQuestion({ reader }: Interview, id: string): Decision {
  const args = { key: id, of: 'answers', allowed: [...reader.byId.keys()], suggestion: undefined };
  return { refusal: finding('response-unknown-key', place, args) };
}
