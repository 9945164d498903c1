import { answerIn } from '../../response/journal/response-draft.js';
import { bandOf } from '../../rubric/bands.js';
import { round } from '../../rubric/numerics.js';
import type { Plan } from '../../rubric/plan.js';
import { type Scorecard, scorer } from '../../rubric/score.js';
import { targetReader } from '../../rubric/scoring/targets.js';
import { type Interview, type InterviewState, resolvedIn } from './interview.js';
import type { Section } from './sections.js';

/** What a section, or the whole, has come to so far. */
export interface Summary {
  readonly asked: number;
  readonly answered: number;
  readonly open: readonly string[];
  /** Ids of questions, by the way in which they were not answered. */
  readonly dontKnow: readonly string[];
  readonly notApplicable: readonly string[];
  readonly refused: readonly string[];
  /** Ids of questions whose answer counts as not asked, since another answer was changed. */
  readonly answeredNotAsked: readonly string[];
  readonly notes: number;
  readonly dissents: number;
  /** Answers that were given elsewhere and confirmed here. */
  readonly carried: number;
}

export function summaryOf(
  interview: Interview,
  { draft }: InterviewState,
  { questions }: Pick<Section, 'questions'>,
): Summary {
  const { states, answeredNotAsked } = resolvedIn(interview, draft);
  const within = (state: (typeof states)[number]) =>
    questions.filter(({ index }) => states[index] === state).map(({ id }) => id);
  const asked = questions.filter(({ index }) => states[index] !== 'not_asked');
  const answers = questions.map(({ id }) => answerIn(draft, id));
  return {
    asked: asked.length,
    answered: within('value').length,
    open: within('unanswered'),
    dontKnow: within('dont_know'),
    notApplicable: within('not_applicable'),
    refused: within('refused'),
    answeredNotAsked: questions.filter(({ index }) => answeredNotAsked.includes(index)).map(({ id }) => id),
    notes: answers.filter(({ note }) => note !== undefined).length,
    dissents: answers.filter(({ dissent }) => dissent !== undefined).length,
    carried: answers.filter(({ carried }) => carried !== undefined).length,
  };
}

/** A figure so far, rounded as the rubric says; an absent one is undefined. */
export interface FigureSoFar {
  readonly title: string;
  readonly score: number | undefined;
  readonly band: string | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Figures of a response while it is given, by the id of a dimension or `overall`; none where the rubric has none. */
export function figuresSoFar(
  interview: Interview,
  plan: Plan,
): (state: InterviewState, node: string) => FigureSoFar | undefined {
  const score = scorer(plan);
  const targetsOf = targetReader(interview.questionnaire);
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  const { digits, mode } = plan.rounding;
  const figure = (card: Scorecard, figures: 'scores' | 'low' | 'high', slot: number) => {
    const exact = card[figures][slot] ?? Number.NaN;
    return Number.isNaN(exact) ? undefined : round(exact, digits, mode);
  };
  return ({ draft }, id) => {
    const node = nodes.get(id);
    if (node === undefined) return undefined;
    const given = resolvedIn(interview, draft);
    const card = score({ given, states: given.states, targets: targetsOf(draft) });
    return {
      title: node.title,
      score: figure(card, 'scores', node.slot),
      band: bandOf(card.scores[node.slot] ?? Number.NaN, node.bands)?.label,
      low: figure(card, 'low', node.slot),
      high: figure(card, 'high', node.slot),
    };
  };
}
