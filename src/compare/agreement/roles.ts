import type { LevelQuestion } from '../../questionnaire/questionnaire.js';
import type { QuestionRatings, UnitRatings } from './ratings.js';

/** How those of one role answer a question. */
export interface RoleMean {
  readonly role: string;
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

/** Every two roles of a unit side by side, in the order given, by question; those are left out that nobody answered. */
export function roleDifferences(
  { byRole }: Pick<UnitRatings, 'byRole'>,
  order: readonly string[],
): readonly RoleDifference[] {
  const roles = order.filter((role) => byRole.has(role));
  const pairs = roles.flatMap((one, i) => roles.slice(i + 1).map((other) => [one, other] as const));
  return pairs.flatMap(([one, other]) =>
    (byRole.get(one) ?? []).flatMap((ratings, i): RoleDifference[] => {
      const twin = byRole.get(other)?.[i];
      if (twin === undefined) return [];
      const [left, right] = [roleMean(one, ratings), roleMean(other, twin)];
      return left.n + right.n === 0 ? [] : [{ question: ratings.question, one: left, other: right }];
    }),
  );
}

function roleMean(role: string, { question, counts }: QuestionRatings): RoleMean {
  let n = 0;
  let sum = 0;
  for (const [place, { value }] of question.scale.levels.entries()) {
    const count = counts[place] ?? 0;
    n += count;
    sum += count * value;
  }
  return { role, n, mean: n === 0 ? Number.NaN : sum / n };
}
