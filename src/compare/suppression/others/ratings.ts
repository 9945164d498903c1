import type { Plan } from '../../../rubric/plan.js';
import type { Range } from '../../../rubric/range.js';
import type { QuestionRatings, RoleRatings, UnitRatings } from '../../agreement/ratings.js';
import { grouped } from '../../grouped.js';
import type { UnitPlace } from '../../unit-places.js';
import type { Relation, Term } from '../knowledge.js';
import type { CountedCell } from '../reader/table-cells.js';
import { levelCounts, noCounts, type RatedWhole } from './level-counts.js';
import { fewScored, nearTo } from './near-few.js';
import { nests } from './nested.js';
import { addFigure, addNothing, type OtherFigures, tieUnits } from './other-figures.js';
import { scoresOfRatings } from './scores-of-ratings.js';

/** The tables that tell of ratings. */
export const ratingTables = ['agreement', 'talk', 'alpha', 'roles'] as const;
export type RatingTable = (typeof ratingTables)[number];

/** A mean of so many ratings, as one figure. */
interface MeanCell {
  readonly cell: number;
  readonly n: number;
  readonly mean: number;
  readonly people: number;
}

/** Ratings of one question in a unit, as one figure: their mean, in the scores of levels. */
export interface RatingCell extends MeanCell {
  readonly ratings: QuestionRatings;
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
 * over units and over roles as all of these do. How many chose each level hangs on it. Alpha stands for all ratings of a scale together. `tables` are those that are told.
 */
export function ratingFigures(
  units: readonly UnitRatings[],
  plan: Plan,
  tables: readonly RatingTable[],
): OtherFigures {
  const byQuestions = tables.includes('agreement') || tables.includes('talk');
  const byRoles = tables.includes('roles');
  const scoresFor = levelScores(plan);
  return {
    tieUnits: tieUnits(units.map(({ place }) => place)),
    add: (cells, { tables: compared, isFew, areTied, since }) => {
      const few = units.filter((unit) =>
        [unit, ...unit.byRole.values()].some(
          ({ people, questions }) => isFew(people) || questions.some((each) => isFew(each.people)),
        ),
      );
      const scored = fewScored(cells, compared, isFew);
      const isNear =
        scored === 'anywhere' || (areTied && few.length + scored.length > 0)
          ? () => true
          : nearTo([...few.map(({ place }) => place), ...scored]);
      const relations: Relation[] = [];
      const mixtures: (readonly Term[])[] = [];
      const wholes: RatedWhole[] = [];
      const whole = (cell: number, parts: readonly Term[]): void => {
        relations.push({ terms: [...parts, { cell, factor: -1 }], low: 0, high: 0 });
        mixtures.push(parts);
      };
      const made = (own: RatingCell, parts: readonly RatingCell[]): void => {
        whole(own.cell, sharesOf(own, parts, cells));
        wholes.push({ whole: own, parts });
      };
      const add = (
        whose: UnitPlace,
        { people: everybody, questions }: RoleRatings,
        kind: 'ratings' | 'roles',
        about: readonly string[],
        isShown: boolean,
      ): ReadonlyMap<number, RatingCell> =>
        new Map(
          questions.flatMap((ratings): [number, RatingCell][] => {
            const { question, people } = ratings;
            const { scores, range } = scoresFor(question);
            const { n, mean } = meanOf(ratings, scores);
            if (n === 0) {
              const who = { people: isFew(everybody) ? everybody : 0, isShown };
              addNothing(cells, { kind, about: [question.id, ...about], whose, ...who });
              return [];
            }
            const figure = { value: mean, range, people, isShown };
            const cell = addFigure(cells, { kind, about: [question.id, ...about], whose, ...figure });
            return [[question.index, { cell, ratings, n, mean, people, scores, range }]];
          }),
        );

      const placed = units
        .filter(({ place }) => isNear(place) || since.isClosed({ kind: 'roles', whose: place }))
        .map((unit) => {
          const { place } = unit;
          const byQuestion = add(place, unit, 'ratings', [], byQuestions);
          const byRole = byRoles
            ? new Map([...unit.byRole].map(([role, all]) => [role, add(place, all, 'roles', [role], true)]))
            : new Map<string, ReadonlyMap<number, RatingCell>>();
          for (const [question, own] of byRoles ? byQuestion : []) {
            const roles = [...byRole.values()].flatMap((each) => each.get(question) ?? []);
            made(own, roles);
          }
          const byScale = tables.includes('alpha')
            ? alphasOf({ place, byQuestion }, unit, isFew, cells)
            : new Map<string, MeanCell>();
          return { place, byQuestion, byRole, byScale };
        });
      for (const { whole: outer, parts } of nests(placed, ({ place }) => place)) {
        for (const [question, own] of outer.byQuestion) {
          made(
            own,
            parts.flatMap(({ byQuestion }) => byQuestion.get(question) ?? []),
          );
        }
        for (const [scale, own] of outer.byScale) {
          const within = parts.flatMap(({ byScale }) => byScale.get(scale) ?? []);
          whole(own.cell, sharesOf(own, within, cells));
        }
        for (const [role, questions] of outer.byRole) {
          for (const [question, own] of questions) {
            made(
              own,
              parts.flatMap(({ byRole }) => byRole.get(role)?.get(question) ?? []),
            );
          }
        }
      }
      const all = placed.flatMap(({ byQuestion, byRole }) =>
        [byQuestion, ...byRole.values()].flatMap((rated) => [...rated.values()]),
      );
      const counts = byQuestions ? levelCounts(all, wholes, cells) : noCounts;
      const linked = compared.map((table) => scoresOfRatings(placed, table));
      return {
        relations: [...relations, ...counts.relations, ...linked.flatMap((each) => each.relations)],
        derivations: [...counts.derivations, ...linked.flatMap((each) => each.derivations)],
        mixtures,
      };
    },
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
function sharesOf(own: MeanCell, parts: readonly MeanCell[], cells: CountedCell[]): readonly Term[] {
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

/**
 * Alpha of each scale, by the scale's id: in its stead stands the mean of all of its ratings, which hangs together with those of other
 * units. What it tells of single questions is not reckoned with: it goes wherever one of them does.
 */
function alphasOf(
  { place, byQuestion }: PlacedRatings,
  { people: everybody, questions }: RoleRatings,
  isFew: (people: number) => boolean,
  cells: CountedCell[],
): ReadonlyMap<string, MeanCell> {
  const scales = grouped([...byQuestion.values()], ({ ratings }) => ratings.question.scale.id);
  for (const scale of new Set(questions.map(({ question }) => question.scale.id))) {
    const people = isFew(everybody) && !scales.has(scale) ? everybody : 0;
    addNothing(cells, { kind: 'alpha', about: [scale], whose: place, people, isShown: true });
  }
  return new Map(
    [...scales].map(([scale, all]): [string, MeanCell] => {
      const n = all.reduce((sum, each) => sum + each.n, 0);
      const mean = all.reduce((sum, each) => sum + each.n * each.mean, 0) / n;
      const people = Math.max(...all.map((each) => each.people));
      const range = {
        min: Math.min(...all.map((each) => each.range.min)),
        max: Math.max(...all.map((each) => each.range.max)),
      };
      const figure = { value: mean, range, people, isShown: true };
      const cell = addFigure(cells, { kind: 'alpha', about: [scale], whose: place, ...figure });
      return [scale, { cell, n, mean, people }];
    }),
  );
}
