import { unitKey } from '../../../compare/comparison.js';
import { nodeQuestions } from '../../../compare/node-questions.js';
import { isHidden } from '../../../compare/suppression/hidden.js';
import type { Level, LevelQuestion } from '../../../questionnaire/questionnaire.js';
import type { PlanNode } from '../../../rubric/plan.js';
import type { OwnPage, ReportSource } from '../source/source.js';

/** A question that stands below the next level of its dimension. */
export interface QuestionBelow {
  readonly question: LevelQuestion;
  /** The mean of its ratings, as the rubric scores levels. */
  readonly mean: number;
  /** The level that comes next above it. */
  readonly next: Level;
  /** How far below, as a share of what is possible. */
  readonly short: number;
}

/** So many of a dimension are told of at most. */
const mostTold = 2;

/**
 * The questions of a dimension of which a unit's ratings lie furthest below where the next level begins, furthest first: each as far along
 * all that it can be as the level's beginning is along all that the dimension can be. Ratings that are withheld are passed over.
 */
export function furthestBelow(
  dimension: PlanNode,
  from: number,
  { unit }: OwnPage,
  { plan, groups, settings }: Pick<ReportSource, 'plan' | 'groups' | 'settings'>,
): readonly QuestionBelow[] {
  const { range } = dimension;
  const within = nodeQuestions(plan).find(({ node }) => node.id === dimension.id)?.questions;
  const ratings = groups
    .flatMap(({ gathered }) => gathered.ratings)
    .find(({ place }) => unitKey(place) === unitKey(unit));
  if (range === undefined || within === undefined || ratings === undefined) return [];
  const goal = (from - range.min) / (range.max - range.min);
  return ratings.questions
    .flatMap(({ question, counts, people }): QuestionBelow[] => {
      const term = plan.terms.find((each) => each.question.index === question.index);
      if (term === undefined || term.weight === 0 || !within.has(question.index)) return [];
      if (isHidden(settings.hidden, 'ratings', unit, question.id) || !settings.mayShow(people)) return [];
      const levels = question.scale.levels
        .map((level, place) => ({ level, score: term.score(level.value), times: counts[place] ?? 0 }))
        .toSorted((one, other) => one.score - other.score);
      const times = levels.reduce((sum, each) => sum + each.times, 0);
      const mean = levels.reduce((sum, { score, times: own }) => sum + score * own, 0) / times;
      const next = levels.find(({ score }) => score > mean)?.level;
      const short = goal - (mean - term.range.min) / (term.range.max - term.range.min);
      return next !== undefined && short > 0 ? [{ question, mean, next, short }] : [];
    })
    .toSorted((one, other) => other.short - one.short)
    .slice(0, mostTold);
}
