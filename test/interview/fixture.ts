import { applied } from '../../src/interview/session/apply.js';
import type { Command } from '../../src/interview/session/command.js';
import { decide } from '../../src/interview/session/decide.js';
import {
  type Interview,
  type InterviewState,
  interviewOf,
  startOf,
} from '../../src/interview/session/interview.js';
import {
  type JournalEntry,
  type JournalEvent,
  journalLine,
  openedEvent,
} from '../../src/response/journal/entry.js';
import { askedOf } from '../../src/response/journal/question-digests.js';
import { questionnaireOf } from '../response/fixture.js';

/** One question of each type; `tools` and `plan` hang on answers before them. */
export const definition = `
profile: [{ id: organisation, title: Authority, required: true, unit: true }]
scales:
  s: { levels: [{ value: 1, label: Starting }, { value: 2, label: Emerging }, { value: 3, label: Established }, { value: 4, label: Leading }] }
barriers: [{ id: skills, label: Skills }, { id: legacy, label: Legacy contracts }]
non_answers: [dont_know, not_applicable, refused]
dimensions:
  - id: data
    title: Data
    questions:
      - { id: owner, text: Who owns it?, scale: s, ask: [target, evidence, barriers, confidence, best_practice] }
      - id: tools
        text: Which are in use?
        type: choices
        options: [{ id: a, label: A catalogue }, { id: b, label: Reports }, { id: none, label: None, exclusive: true }]
        when: answers.owner >= 2
      - { id: share, text: Which share?, type: number, min: 0, max: 100 }
  - id: culture
    title: Culture
    questions:
      - { id: open, text: Is it open?, type: yes_no, required: true }
      - { id: plan, text: Since when?, type: date, when: answers.open == true }
      - { id: words, text: In your words?, type: text }
rubric: { range: [0, 100] }
`;

export const small = interviewOf(questionnaireOf(definition), 'workshop');

/** Carries out commands, and keeps what would be written to the journal. */
export function run(interview: Interview, commands: readonly Command[]) {
  let state = startOf(interview);
  const states: InterviewState[] = [state];
  const events: JournalEvent[] = [];
  const refused: string[] = [];
  for (const command of commands) {
    const decision = decide(interview, state, command);
    if (decision.events === undefined) {
      refused.push(decision.refusal.rule);
      continue;
    }
    for (const event of decision.events) {
      state = applied(state, event);
      events.push(event);
    }
    states.push(state);
  }
  return { state, states, events, refused };
}

/** The journal of some events, as its file holds it; an event a minute. */
export function journalOf({ questionnaire, mode }: Interview, events: readonly JournalEvent[]): Uint8Array {
  const opened = openedEvent(askedOf(questionnaire), { id: 'r-1', wave: '2026', mode });
  const lines = [opened, ...events].map((event, minute): JournalEntry => {
    const time = new Date(Date.UTC(2026, 10, 23, 10, minute)).toISOString();
    return { ...event, time };
  });
  return new TextEncoder().encode(lines.map(journalLine).join(''));
}
