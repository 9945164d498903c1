import type { GivenNonAnswer } from '../../questionnaire/questionnaire.js';
import type { RemarkKey } from '../../response/response.js';

/** What a typed word does. */
export type WordAction =
  | { readonly does: 'back' | 'forward' | 'next-open' | 'go' }
  | { readonly does: 'same' | 'carry' }
  | { readonly does: 'decline'; readonly as: GivenNonAnswer }
  | { readonly does: 'remark'; readonly key: Exclude<RemarkKey, 'share' | 'contact'> }
  | { readonly does: 'guidance' }
  | { readonly does: 'summary' | 'help' | 'review' | 'finish' | 'leave' | 'room' };

/** A command of plain mode: its word, the letter that is its key on a screen, and what it does. */
export interface Word {
  readonly word: string;
  readonly short?: string;
  readonly action: WordAction;
  /** As the help has it. */
  readonly says: string;
}

/** Every command of plain mode, in the order of the help. */
export const words: readonly Word[] = [
  { word: 'back', action: { does: 'back' }, says: 'to the question before' },
  { word: 'forward', action: { does: 'forward' }, says: 'to the next one, leaving this one as it is' },
  { word: 'skip', short: 's', action: { does: 'forward' }, says: 'leave it open for now' },
  { word: 'open', short: 'o', action: { does: 'next-open' }, says: 'to the next question that is open' },
  {
    word: 'go',
    short: 'g',
    action: { does: 'go' },
    says: 'go WORDS: to the question or section with these words, or this number',
  },
  { word: 'same', action: { does: 'same' }, says: 'take the answer of last time' },
  {
    word: 'carry',
    short: 'k',
    action: { does: 'carry' },
    says: 'take the answer that was given elsewhere',
  },
  { word: 'unknown', short: 'd', action: { does: 'decline', as: 'dont_know' }, says: "don't know" },
  {
    word: 'inapplicable',
    short: 'x',
    action: { does: 'decline', as: 'not_applicable' },
    says: 'not applicable',
  },
  { word: 'refused', short: 'r', action: { does: 'decline', as: 'refused' }, says: 'prefer not to say' },
  {
    word: 'note',
    short: 'n',
    action: { does: 'remark', key: 'note' },
    says: 'a note; several lines, then a line with a point',
  },
  { word: 'target', short: 't', action: { does: 'remark', key: 'target' }, says: 'the level that is wanted' },
  { word: 'evidence', short: 'e', action: { does: 'remark', key: 'evidence' }, says: 'where it can be seen' },
  {
    word: 'barriers',
    short: 'b',
    action: { does: 'remark', key: 'barriers' },
    says: 'what holds it back, joined by ;',
  },
  {
    word: 'practice',
    short: 'p',
    action: { does: 'remark', key: 'best_practice' },
    says: 'what others could learn',
  },
  {
    word: 'confidence',
    short: 'c',
    action: { does: 'remark', key: 'confidence' },
    says: 'low, medium or high',
  },
  {
    word: 'votes',
    short: 'v',
    action: { does: 'remark', key: 'votes' },
    says: "a workshop's votes: 2 2 3, or 2x2 3",
  },
  { word: 'dissent', action: { does: 'remark', key: 'dissent' }, says: 'who sees it otherwise, and why' },
  {
    word: 'room',
    short: 'w',
    action: { does: 'room' },
    says: 'who is here now: how many, and in which roles',
  },
  { word: 'guidance', short: '?', action: { does: 'guidance' }, says: 'what the interviewer should know' },
  { word: 'summary', short: 'u', action: { does: 'summary' }, says: 'how far it has come' },
  { word: 'review', action: { does: 'review' }, says: 'to the end, to look over everything' },
  { word: 'finish', action: { does: 'finish' }, says: 'write the response' },
  { word: 'quit', short: 'q', action: { does: 'leave' }, says: 'save and leave' },
  { word: 'help', short: 'h', action: { does: 'help' }, says: 'these words' },
];

const byName = new Map(
  words.flatMap((word) => [word.word, word.short ?? word.word].map((name) => [name, word] as const)),
);

export const wordNames: readonly string[] = words.map(({ word }) => word);

/** The command that a word is. */
export function wordOf(name: string): Word | undefined {
  return byName.get(name.toLowerCase());
}
