import type { ProfileField, Questionnaire } from '../../questionnaire/questionnaire.js';
import { readValue } from '../reading/read-answer.js';
import { type RemarksDraft, readRemark, remarksOf } from '../reading/read-remark.js';
import { type ResponseReader, responseReader } from '../reading/read-response.js';
import type { Answer } from '../response.js';
import { draftBuilder } from './draft-builder.js';
import type { Asked, JournalEvent, Stop } from './entry.js';
import { askedOf } from './question-digests.js';
import type { Journal } from './read-journal.js';
import type { ResponseDraft } from './response-draft.js';

/** What a journal comes to, under the questionnaire as it is now. */
export interface Replay {
  readonly draft: ResponseDraft;
  /** What was shown last. */
  readonly at: Stop | undefined;
  /** Answers that were given and are not in the draft, in the order of their questions' first answers. */
  readonly setAside: readonly SetAside[];
  /** Whether it was finished, and nothing was said since. */
  readonly isFinished: boolean;
}

/** An answer that the questionnaire has no place for any more; its journal keeps it. */
export interface SetAside {
  readonly question: string;
  readonly answer: Answer;
  /** The question is gone; it means something else, and is asked again; it does not permit this answer, and is asked again. */
  readonly because: 'gone' | 'changed' | 'not_permitted';
}

/**
 * Replays a journal. Answers stand where their question says what it said when they were given; other changes of the
 * questionnaire do not matter.
 */
export function replay(questionnaire: Questionnaire, { opened, entries }: Journal): Replay {
  const aside = new Map<string, SetAside>();
  const { answers, add, drop, build } = draftBuilder();
  const setAside = (question: string, answer: Answer, because: SetAside['because']) => {
    drop(question);
    aside.set(question, { question, answer, because });
  };
  let asked: Asked = opened;
  let at: Stop | undefined;
  let isFinished = false;
  const goOn = (next: Asked) => {
    for (const [question, answer] of answers) {
      const meaning = Object.hasOwn(next.questions, question) ? next.questions[question] : undefined;
      if (meaning === undefined) setAside(question, answer, 'gone');
      else if (meaning !== asked.questions[question]) setAside(question, answer, 'changed');
    }
    asked = next;
  };
  for (const entry of entries) {
    if (entry.event === 'resumed') goOn(entry);
    add(entry);
    if (entry.event === 'answer') aside.delete(entry.question);
    if (entry.event === 'moved') at = entry.to;
    // Whoever only looks at what is finished leaves it so.
    isFinished = entry.event === 'finished' || (isFinished && !says(entry));
  }
  goOn(askedOf(questionnaire));
  const reader = responseReader(questionnaire);
  for (const [question, answer] of answers) {
    if (!isPermitted(reader, question, answer)) setAside(question, answer, 'not_permitted');
  }
  const draft = build();
  return {
    draft: { ...draft, profile: knownProfile(questionnaire, draft) },
    at,
    setAside: [...aside.values()],
    isFinished,
  };
}

/** Whether the response is another one after it. */
function says({ event }: JournalEvent): boolean {
  return event === 'answer' || event === 'remark' || event === 'profile' || event === 'room';
}

function isPermitted({ byId, barriers }: ResponseReader, question: string, answer: Answer): boolean {
  const reader = byId.get(question);
  if (reader === undefined) return false;
  const spot = { place: { file: '' }, name: question };
  const { value, non_answer: declined, carried: _, ...remarks } = answer;
  if (declined !== undefined && !reader.question.nonAnswers.includes(declined)) return false;
  if (value !== undefined && readValue(reader, value, spot).kind !== 'value') return false;
  const possible = remarksOf(reader.question);
  const draft: RemarksDraft = {};
  return Object.keys(remarks).every((key) => {
    const known = possible.find((each) => each === key);
    return (
      known !== undefined && readRemark(reader, barriers, known, remarks[known], spot, draft) === undefined
    );
  });
}

/** Fields that are gone, or that have another type, are asked again. */
function knownProfile(
  { profile: fields }: Questionnaire,
  { profile }: ResponseDraft,
): ResponseDraft['profile'] {
  const known = Object.entries(profile).filter(([id, value]) =>
    fields.some((field) => field.id === id && canHold(field, value)),
  );
  return Object.fromEntries(known);
}

function canHold(field: ProfileField, value: string | number): boolean {
  switch (field.type) {
    case 'number':
      return typeof value === 'number';
    case 'choice':
      return field.options.some((option) => option.id === value);
    case 'text':
      return typeof value === 'string';
  }
}
