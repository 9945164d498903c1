import { type Answer, blankAnswer } from '../response.js';
import type { JournalEvent, Room } from './entry.js';
import { answerAfter, type ResponseDraft } from './response-draft.js';

/** Gathers a draft from the events of a whole journal. */
export interface DraftBuilder {
  readonly add: (event: JournalEvent) => void;
  /** By question id. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly drop: (question: string) => void;
  readonly build: () => ResponseDraft;
}

/** The same as `withEvent` for one event after the other, in a time that grows with their number and not with its square. */
export function draftBuilder(): DraftBuilder {
  const answers = new Map<string, Answer>();
  const profile = new Map<string, string | number>();
  const roles = new Set<string>();
  let room: Room | undefined;
  let most = 0;
  return {
    answers,
    drop: (question) => answers.delete(question),
    add: (event) => {
      switch (event.event) {
        case 'answer':
        case 'remark': {
          const answer = answerAfter(answers.get(event.question) ?? blankAnswer, event);
          if (Object.keys(answer).length === 0) answers.delete(event.question);
          else answers.set(event.question, answer);
          return;
        }
        case 'profile':
          if (event.value === null) profile.delete(event.field);
          else profile.set(event.field, event.value);
          return;
        case 'room':
          room = { count: event.count, roles: event.roles };
          most = Math.max(most, event.count);
          for (const role of event.roles) roles.add(role);
          return;
        case 'opened':
        case 'resumed':
        case 'moved':
        case 'finished':
          return;
      }
    },
    build: () => ({
      profile: Object.fromEntries(profile),
      answers: Object.fromEntries(answers),
      room,
      participants: room === undefined ? undefined : { count: most, roles: [...roles] },
    }),
  };
}
