import type { Question } from '../../questionnaire/questionnaire.js';
import type { Stop } from '../../response/journal/entry.js';
import type { Conversation } from '../conversation.js';
import { resolvedIn } from '../session/interview.js';
import type { Section } from '../session/sections.js';

/** The questions that are asked, by section; sections of which none is asked are left out. */
export function askedBySection({ interview, state }: Conversation): readonly {
  readonly section: Section;
  readonly questions: readonly Question[];
}[] {
  const { states } = resolvedIn(interview, state().draft);
  return interview.sections
    .map((section) => ({
      section,
      questions: section.questions.filter(({ index }) => states[index] !== 'not_asked'),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** A question in one row: an item of a grid behind what is asked of all its items. */
export function titleOf({ text, grid }: Question): string {
  return (grid === undefined ? text : `${grid.text} ${text}`).replace(/\s+/g, ' ');
}

/** Where each item of a section's summary leads. */
export function summaryStops(conversation: Conversation, section: string): readonly Stop[] {
  const found = askedBySection(conversation).find((each) => each.section.id === section);
  return (found?.questions ?? []).map(({ id }) => ({ at: 'question', id }));
}

/** Where each item of the review leads, but for the first, which ends the interview. */
export function reviewStops(conversation: Conversation): readonly Stop[] {
  return askedBySection(conversation).flatMap(({ questions }) =>
    questions.map(({ id }): Stop => ({ at: 'question', id })),
  );
}

/** Somewhere to go to, as a list shows it. */
export interface Destination {
  readonly stop: Stop;
  readonly kind: 'section' | 'question' | 'review';
  /** A question's place among those that are asked, from 1. */
  readonly nth: number | undefined;
  readonly text: string;
}

/** The sections, questions and the review that have all the words of a search; all of them where there is none. */
export function destinations(conversation: Conversation, search: string): readonly Destination[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  let nth = 0;
  const all = askedBySection(conversation).flatMap(({ section, questions }): readonly Destination[] => {
    const [first] = questions;
    const head: readonly Destination[] =
      first === undefined
        ? []
        : [{ stop: { at: 'question', id: first.id }, kind: 'section', nth: undefined, text: section.title }];
    return [
      ...head,
      ...questions.map((question): Destination => {
        nth += 1;
        return {
          stop: { at: 'question', id: question.id },
          kind: 'question',
          nth,
          text: titleOf(question),
        };
      }),
    ];
  });
  const whole: readonly Destination[] = [
    ...all,
    { stop: { at: 'review' }, kind: 'review', nth: undefined, text: 'Review and finish' },
  ];
  return words.length === 0 ? whole : whole.filter((each) => matches(each, words));
}

function matches({ stop, nth, text }: Destination, words: readonly string[]): boolean {
  const [only] = words;
  if (words.length === 1 && only !== undefined && /^\d+$/.test(only)) return String(nth) === only;
  const hay = `${text} ${stop.at === 'review' ? '' : stop.id}`.toLowerCase();
  return words.every((word) => hay.includes(word));
}
