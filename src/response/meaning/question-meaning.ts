import type { Option, Question } from '../../questionnaire/questionnaire.js';
import { canonicalJson, type Json } from './canonical-json.js';

/** All of a question that gives its answers their meaning, and says who is asked it. */
export function questionMeaning(question: Question): Json {
  const { when } = question;
  return {
    ...answerMeaning(question),
    ...(question.type === 'level' ? { scale: question.scale.id } : {}),
    ...(when === undefined ? {} : { when: when.text.trim() }),
  };
}

/**
 * Whether an answer to the one question says the same as an answer to the other. Their ids do not matter, nor who is asked
 * (`when`), nor what their scales are called.
 */
export function meansTheSame(one: Question, other: Question): boolean {
  return canonicalJson(answerMeaning(one)) === canonicalJson(answerMeaning(other));
}

/** All of a question that gives its answers their meaning. */
export function answerMeaning(question: Question): { readonly [key: string]: Json } {
  const { type, text, grid } = question;
  return { type, text, ...(grid === undefined ? {} : { grid: grid.text }), ...partOf(question) };
}

function partOf(question: Question): { readonly [key: string]: Json } {
  switch (question.type) {
    case 'level':
      return {
        levels: question.scale.levels.map(({ value, label, description }) => ({
          value,
          label,
          ...known({ description, wording: question.wording.get(value) }),
        })),
      };
    case 'choice':
    case 'choices':
      return { options: question.options.map(optionMeaning) };
    case 'number': {
      const { integer, min, max, unit } = question;
      return { integer, ...known({ min, max, unit }) };
    }
    case 'text':
      return known({ pattern: question.pattern, max_length: question.maxLength });
    case 'date':
      return known({ min: question.min, max: question.max });
    case 'yes_no':
      return {};
  }
}

function optionMeaning({ id, label, exclusive }: Option): Json {
  return { id, label, exclusive };
}

function known(members: Readonly<Record<string, string | number | undefined>>): {
  [key: string]: string | number;
} {
  const present: { [key: string]: string | number } = {};
  for (const [key, value] of Object.entries(members)) if (value !== undefined) present[key] = value;
  return present;
}
