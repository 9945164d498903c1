import type { PseudoTerminal } from '../../support/pseudo-terminal.js';
import { type Expected, questions, review, summary } from './model.js';

/** What somebody at the keyboard does at a question, a summary or the review. */
export type Step =
  | { readonly does: 'answer'; readonly value: number }
  | { readonly does: 'decline' }
  | { readonly does: 'note'; readonly text: string }
  | { readonly does: 'back' }
  | { readonly does: 'go'; readonly question: number };

/** What was done last. */
export interface Done {
  readonly step: Step;
  /** How many steps came before it, in this sitting. */
  readonly before: number;
  /** What it comes to. */
  readonly next: Expected;
}

/** A front end as it is driven through a terminal: which keys it takes, and what its screen says. */
export interface Driven {
  readonly name: string;
  readonly options: readonly string[];
  readonly perform: (terminal: PseudoTerminal, step: Step) => void;
  /** Does once more what was refused. */
  readonly again: (terminal: PseudoTerminal, step: Step) => void;
  /** Waits until the first step can be done, and gives the screen then. */
  readonly begin: (terminal: PseudoTerminal) => Promise<string>;
  /** Whether the screen has confirmed what was done last: what it shows then stands only where that is kept. */
  readonly confirms: (screen: string, done: Done) => boolean;
  /** The question that is shown, by its number; nothing at a summary and the review. */
  readonly question: (screen: string) => number | undefined;
  /** From anywhere to the end of the interview. */
  readonly finish: (terminal: PseudoTerminal) => Promise<void>;
}

const prompts = /^(Answer:|Enter goes on;|finish writes the response;)/gm;

/** Plain lines. Each step is followed by one prompt, and the prompt comes after what was said is on disk. */
export const plain: Driven = {
  name: '--plain',
  options: ['--plain'],
  perform: (terminal, step) => terminal.type(lineOf(step), 'Enter'),
  again: (terminal, step) => terminal.type(lineOf(step), 'Enter'),
  begin: (terminal) => terminal.until((screen) => screen.search(prompts) >= 0, 'a question'),
  confirms: (screen, { before }) => (screen.match(prompts)?.length ?? 0) > before + 1,
  question: (screen) => {
    const last = [...screen.matchAll(/^Question (\d+)\?|^Enter goes on;|^finish writes the response;/gm)].at(
      -1,
    );
    return last?.[1] === undefined ? undefined : Number(last[1]);
  },
  finish: async (terminal) => {
    terminal.type('review', 'Enter');
    await terminal.until((screen) =>
      /^finish writes the response;[^\n]*$/m.test(screen.split('\n').at(-1) ?? ''),
    );
    terminal.type('finish', 'Enter');
  },
};

function lineOf(step: Step): string {
  switch (step.does) {
    case 'answer':
      return String(step.value);
    case 'decline':
      return 'unknown';
    case 'note':
      return `note ${step.text}`;
    case 'back':
      return 'back';
    case 'go':
      return `go ${step.question}`;
  }
}

/** The screen. It shows one thing at a time, and another one only where what was said is on disk. */
export const screen: Driven = {
  name: 'the screen',
  options: [],
  perform: (terminal, step) => {
    switch (step.does) {
      case 'answer':
        // What was answered before stands there, and would be written on.
        terminal.type('', ...Array.from({ length: 8 }, () => 'BSpace'));
        return terminal.type(String(step.value), 'Enter');
      case 'decline':
        return terminal.type('', 'F8');
      case 'note':
        terminal.type('', 'C-n');
        return terminal.type(step.text, 'C-s');
      case 'back':
        return terminal.type('', 'C-b');
      case 'go':
        terminal.type('', 'C-g');
        return terminal.type(String(step.question), 'Enter');
    }
  },
  // A note that was not kept stands there still, and so does where to go to.
  again: (terminal, step) => {
    switch (step.does) {
      case 'note':
        return terminal.type('', 'C-s');
      case 'go':
        return terminal.type('', 'Enter');
      default:
        return screen.perform(terminal, step);
    }
  },
  begin: async (terminal) => {
    const first = await terminal.until((now) => placeOn(now) !== undefined || isWelcome(now), 'a screen');
    if (!isWelcome(first)) return first;
    terminal.type('', 'Enter');
    return terminal.until((now) => placeOn(now) !== undefined, 'a question');
  },
  confirms: (now, { step, next }) =>
    placeOn(now) === next.at && (step.does !== 'note' || now.includes(`Note: ${step.text.slice(0, 12)}`)),
  question: (now) => {
    const place = placeOn(now);
    return place !== undefined && place <= questions ? place : undefined;
  },
  finish: async (terminal) => {
    for (let now = terminal.screen(); placeOn(now) !== review; ) {
      const before = placeOn(now);
      terminal.type('', 'C-f');
      now = await terminal.until((later) => (placeOn(later) ?? before) !== before, 'what comes next');
    }
    terminal.type('', 'Enter');
    await terminal.until((now) => !now.includes('\nReview\n'), 'a last question');
    terminal.type('y');
  },
};

function isWelcome(now: string): boolean {
  return /^Enter go on {2}↑ ↓ move$/m.test(now);
}

/** What is shown: a question, the summary or the review; nothing while something else is. */
function placeOn(now: string): number | undefined {
  if (/^Review\n/m.test(now) && /^Enter finish /m.test(now)) return review;
  if (/^Summary: /m.test(now)) return summary;
  const question = /^Question (\d+)\?$/m.exec(now)?.[1];
  return question === undefined || !/^Enter confirm /m.test(now) ? undefined : Number(question);
}
