import { type Question, type Questionnaire, questionsBelow } from '../../questionnaire/questionnaire.js';
import type { Stop } from '../../response/journal/entry.js';
import type { Resolved } from '../../response/resolve.js';

/** A part of an interview: an outermost dimension with all questions below it, in file order. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly Question[];
}

export function sectionsOf({ dimensions }: Pick<Questionnaire, 'dimensions'>): readonly Section[] {
  return dimensions.map((dimension) => ({
    id: dimension.id,
    title: dimension.title,
    questions: questionsBelow(dimension),
  }));
}

/** Everything that is shown one after the other: the questions that are asked, each section's summary, and the review. */
export function stopsOf(sections: readonly Section[], { states }: Pick<Resolved, 'states'>): readonly Stop[] {
  return [
    ...sections.flatMap((section): readonly Stop[] => {
      const asked = section.questions.filter(({ index }) => states[index] !== 'not_asked');
      return [
        ...asked.map(({ id }): Stop => ({ at: 'question', id })),
        // Nobody is shown a summary of nothing.
        ...(asked.length === 0 ? [] : [{ at: 'summary', id: section.id } as const]),
      ];
    }),
    { at: 'review' },
  ];
}

export function isSameStop(one: Stop, other: Stop): boolean {
  if (one.at === 'review' || other.at === 'review') return one.at === other.at;
  return one.at === other.at && one.id === other.id;
}
