import type { Stop } from '../../response/journal/entry.js';
import { wordsOf } from '../../response/labels/labels.js';
import type { Conversation } from '../conversation.js';
import { resolvedIn } from '../session/interview.js';

/** The question of that number among those that are asked, or the first question or section with all these words. */
export function findStop({ interview, state }: Conversation, sought: string): Stop | undefined {
  const { states } = resolvedIn(interview, state().draft);
  const asked = interview.questionnaire.questions.filter(({ index }) => states[index] !== 'not_asked');
  const numbered = /^\d+$/.test(sought) ? asked[Number(sought) - 1] : undefined;
  if (numbered !== undefined) return { at: 'question', id: numbered.id };
  const parts = wordsOf(sought)
    .split(' ')
    .filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  const has = (...texts: readonly string[]) =>
    parts.every((part) => texts.some((text) => wordsOf(text).includes(part)));
  const question =
    asked.find(({ id }) => id === sought) ??
    asked.find(({ id, text, grid }) => has(id, text, grid?.text ?? ''));
  if (question !== undefined) return { at: 'question', id: question.id };
  const section = interview.sections.find(({ id, title }) => has(id, title));
  const first = section?.questions.find(({ index }) => states[index] !== 'not_asked');
  return first === undefined ? undefined : { at: 'question', id: first.id };
}
