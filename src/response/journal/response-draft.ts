import { type Answer, blankAnswer, type Remarks, type Response } from '../response.js';
import type { AnswerEvent, JournalEvent, RemarkEvent, Room } from './entry.js';

/** A response while it is given. */
export interface ResponseDraft {
  readonly profile: Response['profile'];
  /** By question id, those of questions that are not asked too; what is not there is blank. */
  readonly answers: Response['answers'];
  /** Who is in the room now; none outside workshops, and before it was said. */
  readonly room: Room | undefined;
  /** Who took part at any time: the largest number at once, and all roles. */
  readonly participants: Room | undefined;
}

export const emptyDraft: ResponseDraft = {
  profile: {},
  answers: {},
  room: undefined,
  participants: undefined,
};

/** The answer to a question so far. */
export function answerIn({ answers }: Pick<ResponseDraft, 'answers'>, question: string): Answer {
  return (Object.hasOwn(answers, question) ? answers[question] : undefined) ?? blankAnswer;
}

/** The draft after something happened. */
export function withEvent(draft: ResponseDraft, event: JournalEvent): ResponseDraft {
  switch (event.event) {
    case 'answer':
    case 'remark':
      return withAnswer(draft, event.question, answerAfter(answerIn(draft, event.question), event));
    case 'profile': {
      const { [event.field]: _, ...others } = draft.profile;
      return { ...draft, profile: event.value === null ? others : { ...others, [event.field]: event.value } };
    }
    case 'room': {
      const { count, roles } = event;
      const known = draft.participants ?? { count: 0, roles: [] };
      const participants = {
        count: Math.max(known.count, count),
        roles: [...new Set([...known.roles, ...roles])],
      };
      return { ...draft, room: { count, roles }, participants };
    }
    case 'opened':
    case 'resumed':
    case 'moved':
    case 'finished':
      return draft;
  }
}

function withoutAnswer(draft: ResponseDraft, question: string): ResponseDraft {
  const { [question]: _, ...answers } = draft.answers;
  return { ...draft, answers };
}

/** An answer after something was said to its question; without any key where nothing is left of it. */
export function answerAfter(before: Answer, event: AnswerEvent | RemarkEvent): Answer {
  return event.event === 'answer' ? answered(before, event) : remarked(before, event);
}

function withAnswer(draft: ResponseDraft, question: string, answer: Answer): ResponseDraft {
  if (Object.keys(answer).length === 0) return withoutAnswer(draft, question);
  return { ...draft, answers: { ...draft.answers, [question]: answer } };
}

function answered(before: Answer, { value, non_answer, carried }: AnswerEvent): Answer {
  const { value: _, non_answer: __, carried: ___, ...remarks } = before;
  const from = carried === undefined ? {} : { carried };
  if (value !== undefined) return { ...remarks, value, ...from };
  return non_answer === undefined ? remarks : { ...remarks, non_answer, ...from };
}

function remarked(before: Answer, { key, value }: RemarkEvent): Answer {
  const { [key]: _, ...others } = before;
  return value === null ? others : { ...others, ...remarkOf(key, value) };
}

/** The remark as an answer holds it; a value of another kind than its key has is none. */
function remarkOf(key: RemarkEvent['key'], value: NonNullable<RemarkEvent['value']>): Remarks {
  switch (key) {
    case 'target':
      return typeof value === 'number' ? { target: value } : {};
    case 'barriers':
      return typeof value === 'object' ? { barriers: value.map(String) } : {};
    case 'votes':
      return typeof value === 'object' ? { votes: value } : {};
    case 'confidence':
      return value === 'low' || value === 'medium' || value === 'high' ? { confidence: value } : {};
    case 'share':
      return value === 'yes' || value === 'no' ? { share: value } : {};
    case 'note':
    case 'evidence':
    case 'best_practice':
    case 'contact':
    case 'dissent':
      return typeof value === 'string' ? { [key]: value } : {};
  }
}
