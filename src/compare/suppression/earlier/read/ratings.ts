import { agreementAbout, divisions, scaleAgreements, whoChoseWhat } from '../../../agreement/agreement.js';
import type { QuestionRatings, UnitRatings } from '../../../agreement/ratings.js';
import { ratingsIn } from '../../../agreement/within-group.js';
import { grouped } from '../../../grouped.js';
import { isSmallGroup } from '../../../small-groups.js';
import { fewestPeople, isAsPrinted, type ToldRow } from '../told-row.js';
import { numberAt, textAt } from './earlier-document.js';
import { rowsBy, type ToldReading } from './told-reading.js';

/** The columns without which tables of ratings cannot be read. */
export const ratingColumns = {
  agreement: ['question', 'n', 'lowest', 'highest', 'sd'],
  talk: ['question', 'n', 'ratings'],
  alpha: ['scale', 'ratings', 'alpha'],
  roles: ['question', 'role', 'n', 'mean', 'other_role', 'other_n', 'other_mean'],
} as const;

/** Decimals of a statistic that no rubric rounds. */
const digits = 3;

/** What a table of agreement told of the questions of units. A question of which there is no row nobody rated. */
export function readAgreement(reading: ToldReading, units: readonly UnitRatings[]): readonly ToldRow[] {
  const find = rowsBy(reading, (row) => textAt(row, 'question'));
  return ofQuestions(units, reading, (unit, ratings) => {
    const [row] = find(unit.place, ratings.question.id);
    if (row === undefined) return { before: 0, isShown: false, isSame: false };
    const { levels } = ratings.question.scale;
    const found = agreementAbout(ratings);
    const valueAt = (place: number | undefined) => levels[(place ?? 0) - 1]?.value;
    const printed = (key: string, now: number | undefined) => isAsPrinted(numberAt(row, key), now, digits);
    return {
      before: numberAt(row, 'n') ?? undefined,
      isShown: numberAt(row, 'lowest') !== null,
      isSame:
        printed('lowest', valueAt(found?.lowest)) &&
        printed('highest', valueAt(found?.highest)) &&
        printed('sd', found?.standardDeviation),
    };
  });
}

/**
 * What a table told of who chose what. A question of which there is no row was withheld, or its ratings lay close together: where they
 * no longer do, that is told, unless the unit is small.
 */
export function readTalk(reading: ToldReading, units: readonly UnitRatings[]): readonly ToldRow[] {
  const find = rowsBy(reading, (row) => textAt(row, 'question'));
  return ofQuestions(units, reading, ({ place, people }, ratings) => {
    const [row] = find(place, ratings.question.id);
    if (row === undefined) {
      const isDivided = divisions({ questions: [ratings] }).length > 0;
      const isShown = isDivided && !isSmallGroup(people, reading.minGroup);
      return { before: undefined, isShown, isSame: false };
    }
    const before = numberAt(row, 'n') ?? undefined;
    return { before, isShown: true, isSame: textAt(row, 'ratings') === whoChoseWhat(ratings) };
  });
}

/** What a table of alphas told of the scales of units; where one is none, it may have been withheld. */
export function readAlpha(reading: ToldReading, units: readonly UnitRatings[]): readonly ToldRow[] {
  const find = rowsBy(reading, (row) => textAt(row, 'scale'));
  return units.flatMap((unit) => {
    const scales = grouped(unit.questions, ({ question }) => question.scale.id);
    return scaleAgreements(unit).map(({ scale, ratings: now, alpha }): ToldRow => {
      const [row] = find(unit.place, scale.id);
      const questions = scales.get(scale.id) ?? [];
      const isPlain = questions.every((each) => perPerson(each, unit, reading) === 1);
      const printed = row === undefined ? null : numberAt(row, 'alpha');
      const before = row === undefined ? 0 : (numberAt(row, 'ratings') ?? undefined);
      return {
        document: reading.document,
        kind: 'alpha',
        whose: unit.place,
        about: [scale.id],
        before,
        now,
        isShown: printed !== null,
        isSame: isAsPrinted(printed, alpha, digits),
        people: fewestPeople(before, now, isPlain ? questions.length : Number.POSITIVE_INFINITY),
      };
    });
  });
}

/** What a table told of the means of roles. Of a role that stood beside no other nothing was told. */
export function readRoles(
  reading: ToldReading,
  units: readonly UnitRatings[],
  /** What a role is called in a table. */
  nameOf: (role: string) => string,
): readonly ToldRow[] {
  const find = rowsBy(reading, (row) => textAt(row, 'question'));
  return units.flatMap((unit) =>
    [...unit.byRole].flatMap(([role, { questions }]) =>
      questions.flatMap((ratings): readonly ToldRow[] => {
        const own = find(unit.place, ratings.question.id).flatMap((row) => {
          if (textAt(row, 'role') === nameOf(role)) {
            return [{ n: numberAt(row, 'n'), mean: numberAt(row, 'mean') }];
          }
          if (textAt(row, 'other_role') !== nameOf(role)) return [];
          return [{ n: numberAt(row, 'other_n'), mean: numberAt(row, 'other_mean') }];
        });
        const mean = own.map((each) => each.mean).find((each) => each !== null) ?? null;
        const before = own.map(({ n }) => n).find((n) => n !== null) ?? undefined;
        const now = ratingsIn(ratings.counts);
        if (now === 0 && own.length === 0) return [];
        return [
          {
            document: reading.document,
            kind: 'roles',
            whose: unit.place,
            about: [ratings.question.id, role],
            before,
            now,
            isShown: mean !== null,
            isSame: isAsPrinted(mean, meanOf(ratings), digits),
            people: fewestPeople(before, now, perPerson(ratings, unit, reading)),
          },
        ];
      }),
    ),
  );
}

function ofQuestions(
  units: readonly UnitRatings[],
  reading: ToldReading,
  told: (unit: UnitRatings, ratings: QuestionRatings) => Pick<ToldRow, 'before' | 'isShown' | 'isSame'>,
): readonly ToldRow[] {
  return units.flatMap((unit) =>
    unit.questions.flatMap((ratings): readonly ToldRow[] => {
      const found = told(unit, ratings);
      const now = ratingsIn(ratings.counts);
      if (now === 0 && found.before === 0) return [];
      return [
        {
          document: reading.document,
          kind: 'ratings',
          whose: unit.place,
          about: [ratings.question.id],
          ...found,
          now,
          people: fewestPeople(found.before, now, perPerson(ratings, unit, reading)),
        },
      ];
    }),
  );
}

/** One person gives one rating, unless votes are counted as the one response that they are in, or some are nobody's. */
function perPerson(
  { counts, people }: QuestionRatings,
  { place }: Pick<UnitRatings, 'place'>,
  { mayBeOfficial }: ToldReading,
): number {
  return ratingsIn(counts) > people || mayBeOfficial(place) ? Number.POSITIVE_INFINITY : 1;
}

function meanOf({ counts, question }: QuestionRatings): number | undefined {
  const n = ratingsIn(counts);
  if (n === 0) return undefined;
  const sum = question.scale.levels.reduce((all, { value }, at) => all + value * (counts[at] ?? 0), 0);
  return sum / n;
}
