import type { Scale } from '../../questionnaire/questionnaire.js';
import { krippendorffAlpha } from './krippendorff.js';
import type { QuestionRatings, UnitRatings } from './ratings.js';
import { ratingsIn, type WithinGroup, withinGroup } from './within-group.js';

/** How far ratings of a question agree; nothing where there are none. Levels are counted by their place, from 1. */
export function agreementAbout({ counts }: Pick<QuestionRatings, 'counts'>): WithinGroup | undefined {
  return withinGroup(counts);
}

/** How reliably a unit's ratings tell its questions apart, over all questions of one scale. */
export interface ScaleAgreement {
  readonly scale: Scale;
  /** Questions with two ratings or more, and those ratings. */
  readonly questions: number;
  readonly ratings: number;
  /** Krippendorff's alpha, ordinal; none where all ratings are the same, or nothing can be compared. */
  readonly alpha: number | undefined;
}

/**
 * Krippendorff's alpha for each scale by itself: levels of different scales have no common order. Questions are what is
 * rated, responses and votes rate. A question that is scored in reverse is rated in reverse.
 */
export function scaleAgreements({
  questions: asked,
}: Pick<UnitRatings, 'questions'>): readonly ScaleAgreement[] {
  const scales = new Map<string, QuestionRatings[]>();
  for (const each of asked) {
    const { id } = each.question.scale;
    const known = scales.get(id);
    if (known === undefined) scales.set(id, [each]);
    else known.push(each);
  }
  return [...scales.values()].flatMap((all): ScaleAgreement[] => {
    const [first] = all;
    if (first === undefined) return [];
    const { levels } = first.question.scale;
    const rated: ArrayLike<number>[] = [];
    let questions = 0;
    let ratings = 0;
    for (const { counts, question } of all) {
      rated.push(question.reverse ? Array.from(counts).reverse() : counts);
      const n = ratingsIn(counts);
      if (n < 2) continue;
      questions += 1;
      ratings += n;
    }
    return [
      {
        scale: first.question.scale,
        questions,
        ratings,
        alpha: krippendorffAlpha(
          rated,
          levels.map((_, place) => place),
          'ordinal',
        ),
      },
    ];
  });
}

/** A question that a unit should talk about, since ratings of it lie far apart. */
export interface Division {
  readonly ratings: QuestionRatings;
  readonly agreement: WithinGroup;
}

/** From how many levels apart on. */
const farApart = 2;

/** What lies two levels or more apart, most divided first: by r*wg*, then by how far apart, then by how many rated. */
export function divisions({ questions }: Pick<UnitRatings, 'questions'>): readonly Division[] {
  const found: Division[] = [];
  for (const ratings of questions) {
    const agreement = agreementAbout(ratings);
    if (agreement !== undefined && apart(agreement) >= farApart) found.push({ ratings, agreement });
  }
  return found.sort(({ agreement: one }, { agreement: other }) => {
    return (one.rwg ?? 1) - (other.rwg ?? 1) || apart(other) - apart(one) || other.n - one.n;
  });
}

function apart({ lowest, highest }: WithinGroup): number {
  return highest - lowest;
}

/** How often each level was chosen, in words, lowest first: `2 × One; 1 × Three`. */
export function whoChoseWhat({ counts, question }: Pick<QuestionRatings, 'counts' | 'question'>): string {
  const chosen: string[] = [];
  for (const [place, { label }] of question.scale.levels.entries()) {
    const times = counts[place] ?? 0;
    if (times > 0) chosen.push(`${times} × ${label}`);
  }
  return chosen.join('; ');
}
