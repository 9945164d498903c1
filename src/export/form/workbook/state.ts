import type { Questionnaire } from '../../../questionnaire/questionnaire.js';
import { answerText } from '../answer-text.js';
import type { Asked, Form } from '../form.js';
import { nonAnswerWord } from '../words.js';
import { type Content, quoted } from './layout.js';

/** How far a question is: a sign and a word, so that no colour is needed to see it. The sign comes first, and is counted. */
export const states = {
  open: '○ open',
  required: '○ required',
  ifAsked: '– if asked',
  unsure: '? unsure',
  done: '✓ done',
  carried: '✓ to confirm',
  both: '! not both',
} as const;

/** The signs of what has been answered, and of what still waits for an answer: a follow-up asks again what is not known. */
export const signs = {
  full: { answered: ['✓', '?'], open: ['○', '!'] },
  open: { answered: ['✓'], open: ['○', '!', '?'] },
} as const satisfies Readonly<Record<Form['kind'], Signs>>;

interface Signs {
  readonly answered: readonly string[];
  readonly open: readonly string[];
}

/** The cells that a question is answered in. */
export interface AnswerCells {
  /** None where options are all there is to choose. */
  readonly answer: string | undefined;
  /** The range of the cells of its options, and those of them that stand alone. */
  readonly ticks?: { readonly all: string; readonly alone: readonly string[] };
}

/**
 * The state of a question as a formula over the cells that it is answered in. Ticked options and a reason for not
 * answering contradict each other, as does a ticked option that stands alone beside another.
 */
export function stateOf(
  questionnaire: Questionnaire,
  { question, when, answer, carried }: Asked,
  { answer: cell, ticks }: AnswerCells,
): Content {
  const blank = when !== undefined ? states.ifAsked : question.required ? states.required : states.open;
  const unsure = nonAnswerWord(questionnaire, 'dont_know');
  const isCarried = carried !== undefined && ticks === undefined && !['text', 'date'].includes(question.type);
  const brought = isCarried ? answerText(questionnaire, question, carried.answer) : undefined;
  // As long as nobody has changed it, it is what was said elsewhere; options that are ticked are not compared.
  const done = (at: string) =>
    brought === undefined
      ? quoted(states.done)
      : `IF(${at}&""=${quoted(String(brought))},${quoted(states.carried)},${quoted(states.done)})`;
  const single =
    cell === undefined
      ? quoted(blank)
      : `IF(COUNTA(${cell})=0,${quoted(blank)},IF(${cell}&""=${quoted(unsure)},${quoted(states.unsure)},${done(cell)}))`;
  const formula =
    ticks === undefined
      ? single
      : `IF(COUNTA(${ticks.all})=0,${single},IF(${contradiction(cell, ticks)},${quoted(states.both)},${quoted(states.done)}))`;
  const isBlank = answer.value === undefined && answer.non_answer === undefined;
  const given = isCarried ? states.carried : states.done;
  const shown = isBlank ? blank : answer.non_answer === 'dont_know' ? states.unsure : given;
  return { kind: 'formula', formula, shown };
}

/** Whether what is ticked does not go together. */
function contradiction(cell: string | undefined, { all, alone }: NonNullable<AnswerCells['ticks']>): string {
  const cases = [
    ...(cell === undefined ? [] : [`COUNTA(${cell})>0`]),
    ...(alone.length === 0 ? [] : [`AND(COUNTA(${alone.join(',')})>0,COUNTA(${all})>1)`]),
  ];
  return cases.length === 0 ? 'FALSE()' : `OR(${cases.join(',')})`;
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
