import type { LevelQuestion } from '../../questionnaire/questionnaire.js';
import type { MayShow } from '../small-groups.js';
import type { QuestionRatings, UnitRatings } from './ratings.js';

/** How those of one role answer a question. */
export interface RoleMean {
  readonly role: string;
  /** Those whom small-group rules count in the role, whether they answer or not. */
  readonly people: number;
  readonly n: number;
  /** Of the values of the levels chosen; NaN where nobody chose one. */
  readonly mean: number;
}

/** Two roles side by side on one question of a unit. */
export interface RoleDifference {
  readonly question: LevelQuestion;
  readonly one: RoleMean;
  readonly other: RoleMean;
}

/**
 * Every two roles of a unit side by side, in the order given, by question; those are left out that nobody answered, unless one of
 * the roles must not be told of: what is left out would tell.
 */
export function roleDifferences(
  { byRole }: Pick<UnitRatings, 'byRole'>,
  order: readonly string[],
  mayShow: MayShow,
): readonly RoleDifference[] {
  const roles = order.filter((role) => byRole.has(role));
  const pairs = roles.flatMap((one, i) => roles.slice(i + 1).map((other) => [one, other] as const));
  return pairs.flatMap(([one, other]) =>
    (byRole.get(one)?.questions ?? []).flatMap((ratings, i): RoleDifference[] => {
      const twin = byRole.get(other)?.questions[i];
      if (twin === undefined) return [];
      const peopleIn = (role: string) => byRole.get(role)?.people ?? 0;
      const left = roleMean(one, peopleIn(one), ratings);
      const right = roleMean(other, peopleIn(other), twin);
      const isSilent = left.n + right.n === 0 && mayShow(left.people) && mayShow(right.people);
      return isSilent ? [] : [{ question: ratings.question, one: left, other: right }];
    }),
  );
}

function roleMean(role: string, people: number, { question, counts }: QuestionRatings): RoleMean {
  let n = 0;
  let sum = 0;
  for (const [place, { value }] of question.scale.levels.entries()) {
    const count = counts[place] ?? 0;
    n += count;
    sum += count * value;
  }
  return { role, people, n, mean: n === 0 ? Number.NaN : sum / n };
}
