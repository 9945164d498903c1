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

const known = new WeakMap<Questionnaire, readonly Asked[]>();

/** The questions as they are written. */
export function askedIn(questionnaire: Questionnaire): readonly Asked[] {
  let asked = known.get(questionnaire);
  if (asked === undefined) {
    asked = collect(questionnaire);
    known.set(questionnaire, asked);
  }
  return asked;
}

function collect({ questions }: Questionnaire): readonly Asked[] {
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
