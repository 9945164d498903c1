import type { Place } from '../../finding/finding.js';
import type { Locator } from '../load.js';
import type { Origin, Question, Questionnaire } from '../questionnaire.js';

/** A question as it is written, and where: a grid once, by its first item. */
export interface Asked {
  readonly question: Question;
  /** The grid's id, or the question's own. */
  readonly id: string;
  /** What respondents read first: the grid's text, or the question's own. */
  readonly text: string;
  readonly origin: Origin;
}

/** The questions as they are written. */
export function askedIn({ questions }: Questionnaire): readonly Asked[] {
  const asked: Asked[] = [];
  let grid: string | undefined;
  for (const question of questions) {
    if (question.grid !== undefined && question.grid.id === grid) continue;
    grid = question.grid?.id;
    const { origin } = question;
    asked.push(
      question.grid === undefined
        ? { question, id: question.id, text: question.text, origin }
        : {
            question,
            id: question.grid.id,
            text: question.grid.text,
            // An item stands under `items` of its grid.
            origin: { ...origin, path: origin.path.slice(0, -2) },
          },
    );
  }
  return asked;
}

/** A part of what stands at an origin. */
export function within({ file, path }: Origin, ...more: readonly (string | number)[]): Origin {
  return { file, path: [...path, ...more] };
}

/** The first of some phrases in a question's text: its words, and where they stand. */
export function phraseIn(
  { text, origin }: Asked,
  phrases: RegExp,
  locator: Locator,
): { readonly words: string; readonly place: Place } | undefined {
  const match = phrases.exec(text);
  if (match === null) return undefined;
  const [words] = match;
  const place = locator.placeWithin(within(origin, 'text'), text, match.index, match.index + words.length);
  return { words, place };
}
