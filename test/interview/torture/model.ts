import type { Response } from '../../../src/response/response.js';
import { questionnaire } from '../../support/questionnaire.js';
import type { Step } from './driven.js';

/** How many questions there are: `q1` and so on, all numbers. */
export const questions = 8;

export const numbers = questionnaire(`
profile: [{ id: organisation, title: Authority, required: true, unit: true }]
dimensions:
  - id: all
    title: All
    questions:
${Array.from({ length: questions }, (_, i) => `      - { id: q${i + 1}, text: "Question ${i + 1}?", type: number, min: 0, max: 999999 }`).join('\n')}
rubric: { method: mean }
`);

/** What an interview should have come to: where it is, and what was said. */
export interface Expected {
  /** From 1; behind the questions come the summary and the review. */
  readonly at: number;
  readonly answers: Response['answers'];
}

export const summary = questions + 1;
export const review = questions + 2;
export const beginning: Expected = { at: 1, answers: {} };

export function after({ at, answers }: Expected, step: Step): Expected {
  const id = `q${at}`;
  const before = answers[id] ?? {};
  const { note } = before;
  const kept = note === undefined ? {} : { note };
  switch (step.does) {
    case 'answer':
      return { at: at + 1, answers: { ...answers, [id]: { value: step.value, ...kept } } };
    case 'decline':
      return { at: at + 1, answers: { ...answers, [id]: { non_answer: 'dont_know', ...kept } } };
    case 'note':
      return { at, answers: { ...answers, [id]: { ...before, note: step.text } } };
    case 'back':
      return { at: at - 1, answers };
    case 'go':
      return { at: step.question, answers };
  }
}

/** A step that can be done there. */
export function stepAt({ at, answers }: Expected, random: () => number): Step {
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  if (at > questions) return random() < 0.5 ? { does: 'back' } : { does: 'go', question: upTo(questions) };
  const chance = random();
  if (chance < 0.1 && at > 1) return { does: 'back' };
  if (chance < 0.2) return { does: 'decline' };
  // A note that is there would be written on.
  const isNoted = answers[`q${at}`]?.note !== undefined;
  if (chance < 0.35 && !isNoted)
    return { does: 'note', text: `note ${upTo(1e6)} ${'long '.repeat(upTo(200))}end` };
  return { does: 'answer', value: upTo(1e6) };
}

/** Numbers that look random, the same ones for the same seed. */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
