import type { Plan } from '../../../rubric/plan.js';
import type { Range } from '../../../rubric/range.js';
import type { QuestionRatings, UnitRatings } from '../../agreement/ratings.js';
import type { UnitPlace } from '../../unit-places.js';
import type { Relation, Term } from '../knowledge.js';
import type { CountedCell } from '../reader/table-cells.js';
import { grouped } from './grouped.js';
import { fewScored, nearTo } from './near-few.js';
import { nests } from './nested.js';
import { addFigure, type OtherFigures } from './other-figures.js';
import { scoresOfRatings } from './scores-of-ratings.js';

/** Which tables of ratings there are. */
export interface RatingTables {
  /** Whether any tells how a unit rates each question. */
  readonly byQuestion: boolean;
  readonly byRole: boolean;
  readonly alpha: boolean;
  /** Whether nothing else ties the scores of outermost units to one another, as targets of all units do. */
  readonly areAlone: boolean;
}

/** Ratings of one question in a unit, as one figure: their mean, in the scores of levels. */
export interface RatingCell {
  readonly cell: number;
  readonly ratings: QuestionRatings;
  readonly n: number;
  readonly mean: number;
  readonly people: number;
  /** Of the question's levels, lowest level first, and how far they reach. */
  readonly scores: readonly number[];
  readonly range: Range;
}

/** The ratings of a unit by question, by `Question.index`. */
export interface PlacedRatings {
  readonly place: UnitPlace;
  readonly byQuestion: ReadonlyMap<number, RatingCell>;
}

/**
 * How a unit rates a question, be it told as a spread, as who chose what, or in other ways, is one figure: its mean, which adds up
 * over units and over roles as all of these do. Alpha stands for all ratings of a scale together.
 */
export function ratingFigures(units: readonly UnitRatings[], plan: Plan, tables: RatingTables): OtherFigures {
  const scoresFor = levelScores(plan);
  return (cells, compared, isFew) => {
    const few = units.filter(({ questions, byRole }) =>
      [questions, ...byRole.values()].some((all) => all.some(({ people }) => isFew(people))),
    );
    const scored = fewScored(cells, compared, isFew);
    const isNear =
      scored === 'anywhere' || (!tables.areAlone && few.length + scored.length > 0)
        ? () => true
        : nearTo([...few.map(({ place }) => place), ...scored]);
    const relations: Relation[] = [];
    const mixtures: (readonly Term[])[] = [];
    const whole = (cell: number, parts: readonly Term[]): void => {
      relations.push({ terms: [...parts, { cell, factor: -1 }], low: 0, high: 0 });
      mixtures.push(parts);
    };
    const add = (
      whose: UnitPlace,
      all: readonly QuestionRatings[],
      kind: 'ratings' | 'roles',
      about: readonly string[],
      isShown: boolean,
    ): ReadonlyMap<number, RatingCell> =>
      new Map(
        all.flatMap((ratings): [number, RatingCell][] => {
          const { question, people } = ratings;
          const { scores, range } = scoresFor(question);
          const { n, mean } = meanOf(ratings, scores);
          if (n === 0) return [];
          const figure = { value: mean, range, people, isShown };
          const cell = addFigure(cells, { kind, about: [question.id, ...about], whose, ...figure });
          return [[question.index, { cell, ratings, n, mean, people, scores, range }]];
        }),
      );

    const placed = units
      .filter(({ place }) => isNear(place))
      .map((unit) => {
        const { place } = unit;
        const byQuestion = add(place, unit.questions, 'ratings', [], tables.byQuestion);
        const byRole = tables.byRole
          ? new Map([...unit.byRole].map(([role, all]) => [role, add(place, all, 'roles', [role], true)]))
          : new Map<string, ReadonlyMap<number, RatingCell>>();
        for (const [question, own] of tables.byRole ? byQuestion : []) {
          const roles = [...byRole.values()].flatMap((each) => each.get(question) ?? []);
          whole(own.cell, sharesOf(own, roles, cells));
        }
        return { place, byQuestion, byRole };
      });
    for (const { whole: outer, parts } of nests(placed, ({ place }) => place)) {
      const nest = (own: RatingCell, within: readonly (RatingCell | undefined)[]) =>
        whole(
          own.cell,
          sharesOf(
            own,
            within.filter((each) => each !== undefined),
            cells,
          ),
        );
      for (const [question, own] of outer.byQuestion) {
        nest(
          own,
          parts.map(({ byQuestion }) => byQuestion.get(question)),
        );
      }
      for (const [role, questions] of outer.byRole) {
        for (const [question, own] of questions) {
          nest(
            own,
            parts.map(({ byRole }) => byRole.get(role)?.get(question)),
          );
        }
      }
    }
    if (tables.alpha) for (const each of placed) relations.push(...alphasOf(each, cells));
    const linked = compared.map((table) => scoresOfRatings(placed, table));
    return {
      relations: [...relations, ...linked.flatMap((each) => each.relations)],
      derivations: linked.flatMap((each) => each.derivations),
      mixtures,
    };
  };
}

type LevelScores = Pick<RatingCell, 'scores' | 'range'>;

/** The score of each level of a question, lowest level first; its value where it is not scored. */
function levelScores(plan: Plan): (question: QuestionRatings['question']) => LevelScores {
  const known = new Map<number, LevelScores>();
  const scoresOf = ({ index, scale }: QuestionRatings['question']): LevelScores => {
    const term = plan.terms.find((each) => each.question.index === index);
    const scores = scale.levels.map(({ value }) => {
      const score = term?.score(value) ?? Number.NaN;
      return Number.isNaN(score) ? value : score;
    });
    return { scores, range: { min: Math.min(...scores), max: Math.max(...scores) } };
  };
  return (question) => {
    const found = known.get(question.index) ?? scoresOf(question);
    known.set(question.index, found);
    return found;
  };
}

function meanOf({ counts }: QuestionRatings, scores: readonly number[]) {
  let n = 0;
  let sum = 0;
  for (const [place, score] of scores.entries()) {
    n += counts[place] ?? 0;
    sum += (counts[place] ?? 0) * score;
  }
  return { n, mean: sum / n };
}

/** The parts of a mean by how many ratings they have; what is in none of them is one more, which is nowhere shown. */
function sharesOf(own: RatingCell, parts: readonly RatingCell[], cells: CountedCell[]): readonly Term[] {
  const terms = parts.map(({ cell, n }) => ({ cell, factor: n / own.n }));
  const rest = own.n - parts.reduce((sum, { n }) => sum + n, 0);
  if (rest === 0) return terms;
  const told = parts.reduce((sum, { n, mean }) => sum + n * mean, 0);
  const like = cells[own.cell];
  const value = (own.n * own.mean - told) / rest;
  cells.push({
    name: `what is left of ${like?.name}`,
    value,
    range: like?.range ?? { min: value, max: value },
    limit: like?.limit ?? 0,
    loss: 1,
    people: Math.max(0, own.people - parts.reduce((sum, { people }) => sum + people, 0)),
    role: 'unseen',
  });
  return [...terms, { cell: cells.length - 1, factor: rest / own.n }];
}

/** Alpha of each scale, in whose stead all of its ratings are: with all questions but one it tells the last. */
function alphasOf({ place, byQuestion }: PlacedRatings, cells: CountedCell[]): readonly Relation[] {
  const scales = grouped([...byQuestion.values()], ({ ratings }) => ratings.question.scale.id);
  return [...scales].map(([scale, all]) => {
    const total = all.reduce((sum, { n }) => sum + n, 0);
    const value = all.reduce((sum, { n, mean }) => sum + n * mean, 0) / total;
    const cell = addFigure(cells, {
      kind: 'alpha',
      about: [scale],
      whose: place,
      value,
      range: {
        min: Math.min(...all.map(({ range }) => range.min)),
        max: Math.max(...all.map(({ range }) => range.max)),
      },
      people: Math.max(...all.map(({ people }) => people)),
      isShown: true,
    });
    const terms = all.map((each) => ({ cell: each.cell, factor: each.n / total }));
    return { terms: [...terms, { cell, factor: -1 }], low: 0, high: 0 };
  });
}
