import type { ChoicesQuestion, Question } from '../../questionnaire/questionnaire.js';
import type { AnswerValue } from '../../response/response.js';
import type { Term } from '../plan.js';
import { leastNumber } from './least-number.js';

/** Another answer to a question, and how many steps of its scale away it is. */
export interface Alternative {
  readonly value: AnswerValue;
  readonly steps: number;
}

/**
 * The nearest other answer to a question that does what is asked, if any does. A step is one level up or down, another
 * option by the order of their scores, yes for no, one option more or less of several, the next step of a number's
 * table, or a tenth of what a number can be. From a blank it is counted from just below the lowest answer.
 */
export function nearestAlternative(
  question: Question,
  term: Term | undefined,
  value: AnswerValue | undefined,
  works: (value: AnswerValue) => boolean,
): Alternative | undefined {
  if (question.type === 'number') return leastNumber(question, numberOf(value), works);
  return alternatives(question, term, value)
    .toSorted((a, b) => a.steps - b.steps)
    .find((alternative) => works(alternative.value));
}

function numberOf(value: AnswerValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function alternatives(
  question: Question,
  term: Term | undefined,
  value: AnswerValue | undefined,
): readonly Alternative[] {
  switch (question.type) {
    case 'level':
      return others(
        question.scale.levels.map((level) => level.value),
        value,
      );
    case 'yes_no':
      return others([false, true], value);
    case 'choice':
      return others(byScore(question.options, term), value);
    case 'choices':
      return choices(question, value);
    case 'number':
    case 'text':
    case 'date':
      return [];
  }
}

/** The other answers of a scale, lowest first. */
function others(scale: readonly AnswerValue[], value: AnswerValue | undefined): readonly Alternative[] {
  const at = value === undefined ? -1 : scale.indexOf(value);
  return scale.flatMap((each, i) => (each === value ? [] : [{ value: each, steps: Math.abs(i - at) }]));
}

function byScore(options: ChoicesQuestion['options'], term: Term | undefined): readonly string[] {
  const ids = options.map(({ id }) => id);
  if (term === undefined) return ids;
  return ids.toSorted((a, b) => term.score(a) - term.score(b));
}

/** One option more, or one less; an option that stands alone takes the place of all others, and gives way to any. */
function choices({ options }: ChoicesQuestion, value: AnswerValue | undefined): readonly Alternative[] {
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const alone = new Set(options.filter(({ exclusive }) => exclusive).map(({ id }) => id));
  const found: string[][] = [];
  for (const { id } of options) {
    const without = chosen.filter((each) => each !== id);
    if (without.length < chosen.length) {
      if (without.length > 0) found.push(without);
    } else if (alone.has(id)) found.push([id]);
    else {
      const kept = chosen.filter((each) => !alone.has(each));
      found.push(options.map((option) => option.id).filter((each) => each === id || kept.includes(each)));
    }
  }
  return found.map((ids) => ({ value: ids, steps: 1 }));
}
