import type { Questionnaire } from '../../../questionnaire/questionnaire.js';
import type { Asked } from '../form.js';
import { nonAnswerWord } from '../words.js';
import { type Content, quoted } from './layout.js';

/** How far a question is: a sign and a word, so that no colour is needed to see it. The sign comes first, and is counted. */
export const states = {
  open: '○ open',
  required: '○ required',
  ifAsked: '– if asked',
  unsure: '? unsure',
  done: '✓ done',
  both: '! not both',
} as const;

/** The signs of what has been answered, and of what still waits for an answer. */
export const answeredSigns = ['✓', '?'] as const;
export const openSigns = ['○', '!'] as const;

/**
 * The state of a question as a formula over its answer cell, and over the cells of its options where there are any.
 * Ticked options and a reason for not answering contradict each other.
 */
export function stateOf(
  questionnaire: Questionnaire,
  { question, when, answer }: Asked,
  cell: string,
  ticks: string | undefined,
): Content {
  const blank = when !== undefined ? states.ifAsked : question.required ? states.required : states.open;
  const unsure = nonAnswerWord(questionnaire, 'dont_know');
  const single = `IF(COUNTA(${cell})=0,${quoted(blank)},IF(${cell}&""=${quoted(unsure)},${quoted(states.unsure)},${quoted(states.done)}))`;
  const formula =
    ticks === undefined
      ? single
      : `IF(COUNTA(${ticks})=0,${single},IF(COUNTA(${cell})=0,${quoted(states.done)},${quoted(states.both)}))`;
  const isBlank = answer.value === undefined && answer.non_answer === undefined;
  const shown = isBlank ? blank : answer.non_answer === 'dont_know' ? states.unsure : states.done;
  return { kind: 'formula', formula, shown };
}

/** How many cells of a range of states begin with one of the signs. */
export function countOf(signs: readonly string[], range: string): string {
  return `SUMPRODUCT(${signs.map((sign) => `(LEFT(${range},1)=${quoted(sign)})`).join('+')})`;
}

/** The same of states that are known. */
export function countShown(signs: readonly string[], shown: readonly Content[]): number {
  return shown.filter(
    (content) => content.kind === 'formula' && signs.some((sign) => String(content.shown).startsWith(sign)),
  ).length;
}
