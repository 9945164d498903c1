import type { Question } from '../../questionnaire/questionnaire.js';
import { resolveAnswers } from '../../response/resolve.js';
import { type Answer, type AnswerValue, blankAnswer, type Response } from '../../response/response.js';
import { bandOf } from '../bands.js';
import { shownBand } from '../derivation/derive-finish.js';
import { known } from '../derivation/derive-question.js';
import { shownAnswer } from '../derivation/shown-answer.js';
import { questionsBehind } from '../influence/questions-behind.js';
import { round } from '../numerics.js';
import type { Band, Plan, PlanIndex, PlanNode, Term } from '../plan.js';
import { type Answers, type Scorecard, scorer } from '../score.js';
import { type Alternative, nearestAlternative } from './alternatives.js';
import type { AnswerChange, NextBand } from './next-band-tree.js';

const mostChanges = 5;

/** The smallest single changes of answer that would bring a figure of a response into the next band up. */
export function nextBand(plan: Plan, response: Pick<Response, 'answers' | 'profile'>, id: string): NextBand {
  const figure = figureOf(plan, id);
  if (figure === undefined) return { kind: 'no_bands' };
  const changed = changer(plan, response);
  const goal = goalOf(figure.bands, changed.original.scores[figure.slot]);
  if (goal.band === undefined) return { kind: goal.kind };
  const changes = changesOf(plan, figure, goal.band, null, changed, (card) => card.scores[figure.slot]);
  return nearest(goal.band, changes);
}

/** A node or an index by its id. */
export function figureOf({ nodes, indices }: Plan, id: string): PlanNode | PlanIndex | undefined {
  return nodes.find((node) => node.id === id) ?? indices.find((index) => index.id === id);
}

/** The band above the one that a score is in; or why there is none to reach. */
export function goalOf(
  bands: readonly Band[],
  score: number | undefined,
):
  | { readonly band: Band }
  | { readonly band?: undefined; readonly kind: 'no_bands' | 'no_score' | 'highest' } {
  if (bands.length === 0) return { kind: 'no_bands' };
  if (score === undefined || Number.isNaN(score)) return { kind: 'no_score' };
  const present = bandOf(score, bands);
  const band = bands[present === undefined ? 0 : bands.indexOf(present) + 1];
  return band === undefined ? { kind: 'highest' } : { band };
}

/** A response that can be scored with one answer changed. Its cards last until the next change. */
export interface Changer {
  readonly original: Pick<Scorecard, 'scores'>;
  readonly answers: readonly Answer[];
  /** What became of each question. */
  readonly states: Answers['states'];
  readonly withAnswer: (question: Question, value: AnswerValue) => Scorecard;
}

export function changer(
  plan: Plan,
  { answers: given, profile }: Pick<Response, 'answers' | 'profile'>,
  score: (answers: Answers) => Scorecard = scorer(plan),
): Changer {
  const { questionnaire } = plan;
  const answers = questionnaire.questions.map(
    ({ id }): Answer => (Object.hasOwn(given, id) ? given[id] : undefined) ?? blankAnswer,
  );
  const scored = (all: readonly Answer[]): Scorecard => {
    const resolved = resolveAnswers(questionnaire, all, profile);
    return score({ given: resolved, states: resolved.states });
  };
  return {
    original: { scores: scored(answers).scores.slice() },
    answers,
    states: resolveAnswers(questionnaire, answers, profile).states,
    withAnswer: ({ index }, value) => scored(answers.with(index, { value })),
  };
}

/** For each question behind a figure the smallest change that brings it into the band, or a higher one. */
export function changesOf(
  plan: Plan,
  figure: PlanNode | PlanIndex,
  goal: Band,
  response: string | null,
  { answers, states, withAnswer }: Changer,
  figureWith: (card: Scorecard) => number | undefined,
): readonly AnswerChange[] {
  const { bands } = figure;
  const { digits, mode } = plan.rounding;
  const least = bands.indexOf(goal);
  return questionsBehind(plan, figure).flatMap((question): AnswerChange | readonly [] => {
    const { id, text, index } = question;
    // An answer to a question that is not asked counts for nothing.
    if (states[index] === 'not_asked') return [];
    const value = answers[index]?.value;
    let reached: { readonly score: number; readonly band: Band } | undefined;
    const works = (other: AnswerValue): boolean => {
      const score = figureWith(withAnswer(question, other)) ?? Number.NaN;
      const band = bandOf(score, bands);
      if (band === undefined || bands.indexOf(band) < least) return false;
      reached = { score, band };
      return true;
    };
    const found: Alternative | undefined = nearestAlternative(question, termOf(plan, question), value, works);
    if (found === undefined || !works(found.value) || reached === undefined) return [];
    const { score, band } = reached;
    return {
      response,
      question: id,
      title: text,
      from: shownAnswer(question, states[index], value),
      to: shownAnswer(question, 'value', found.value),
      steps: found.steps,
      score: known(score),
      rounded: known(round(score, digits, mode)),
      band: shownBand(band),
    };
  });
}

/** The smallest of the changes found; those of one size in the order in which they were found. */
export function nearest(goal: Band, changes: readonly AnswerChange[]): NextBand {
  const band = shownBand(goal);
  if (changes.length === 0) return { kind: 'no_single_change', band };
  return {
    kind: 'changes',
    band,
    changes: changes.toSorted((a, b) => a.steps - b.steps).slice(0, mostChanges),
  };
}

function termOf({ terms }: Plan, { index }: Question): Term | undefined {
  return terms.find(({ question }) => question.index === index);
}
