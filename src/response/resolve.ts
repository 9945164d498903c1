import type { Value } from '../expression/expression.js';
import type { Given, NonAnswer, Questionnaire } from '../questionnaire/questionnaire.js';
import { type Answer, blankAnswer, type Response } from './response.js';

/** What became of each question, by `Question.index`. */
export type AnswerState = 'value' | NonAnswer;

/** A response as expressions and scores see it. */
export interface Resolved extends Given {
  readonly values: readonly (Value | undefined)[];
  readonly states: readonly AnswerState[];
  /** The questions that have a value though they were not asked, by index. */
  readonly answeredNotAsked: readonly number[];
}

/** What is asked of every response, laid out for a loop that runs a million times. */
interface Layout {
  readonly ids: readonly string[];
  /** The questions with a `when`. */
  readonly conditional: readonly number[];
  readonly required: readonly number[];
  readonly values: readonly (Value | undefined)[];
  readonly states: readonly AnswerState[];
}

/** What is kept here of a questionnaire must not keep all of it in memory. */
const layouts = new WeakMap<Questionnaire, Layout>();
const none: readonly number[] = [];

/** Which questions were asked, in file order, and what was answered to them. */
export function resolve(
  questionnaire: Questionnaire,
  response: Pick<Response, 'answers' | 'profile'>,
): Resolved {
  const { ids } = layoutOf(questionnaire);
  const answers: Answer[] = [];
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i] ?? '';
    answers.push((Object.hasOwn(response.answers, id) ? response.answers[id] : undefined) ?? blankAnswer);
  }
  return resolveAnswers(questionnaire, answers, response.profile);
}

/** The same, from the answers by `Question.index`. */
export function resolveAnswers(
  questionnaire: Questionnaire,
  answers: readonly Answer[],
  profile: Given['profile'],
): Resolved {
  const layout = layoutOf(questionnaire);
  const values = layout.values.slice();
  const states = layout.states.slice();
  for (let i = 0; i < values.length; i += 1) {
    const answer = answers[i];
    if (answer === undefined) continue;
    if (answer.value !== undefined) {
      values[i] = answer.value;
      states[i] = 'value';
    } else if (answer.non_answer !== undefined) {
      states[i] = answer.non_answer;
    }
  }
  const draft = { values, states, profile, answeredNotAsked: none };
  return layout.conditional.length === 0 ? draft : applyConditions(questionnaire, layout.conditional, draft);
}

/**
 * The required questions that were asked and left blank, by index. A permitted non-answer is an answer, and what a
 * migration left to be asked again is known to be open.
 */
export function missingRequired(
  questionnaire: Questionnaire,
  { states }: Resolved,
  askAgain: Response['ask_again'] = {},
): readonly number[] {
  const { required, ids } = layoutOf(questionnaire);
  let missing: number[] | undefined;
  for (let i = 0; i < required.length; i += 1) {
    const index = required[i] ?? 0;
    if (states[index] !== 'unanswered' || Object.hasOwn(askAgain, ids[index] ?? '')) continue;
    missing ??= [];
    missing.push(index);
  }
  return missing ?? none;
}

interface Draft extends Resolved {
  readonly values: (Value | undefined)[];
  readonly states: AnswerState[];
}

/** A condition sees only questions before its own, and those have lost their value by then if they were not asked. */
function applyConditions(
  { questions }: Questionnaire,
  conditional: Layout['conditional'],
  draft: Draft,
): Resolved {
  let answered: number[] | undefined;
  for (const i of conditional) {
    if (questions[i]?.when?.evaluate(draft) === true) continue;
    if (draft.states[i] === 'value') {
      answered ??= [];
      answered.push(i);
    }
    draft.values[i] = undefined;
    draft.states[i] = 'not_asked';
  }
  return answered === undefined ? draft : { ...draft, answeredNotAsked: answered };
}

function layoutOf(questionnaire: Questionnaire): Layout {
  const known = layouts.get(questionnaire);
  if (known !== undefined) return known;
  const { questions } = questionnaire;
  const layout: Layout = {
    ids: questions.map(({ id }) => id),
    conditional: questions.filter(({ when }) => when !== undefined).map(({ index }) => index),
    required: questions.filter(({ required }) => required).map(({ index }) => index),
    values: questions.map(() => undefined),
    states: questions.map(() => 'unanswered' as const),
  };
  layouts.set(questionnaire, layout);
  return layout;
}
