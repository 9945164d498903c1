import { createHash } from 'node:crypto';
import type { Option, Question, Questionnaire } from '../questionnaire/questionnaire.js';
import { canonicalJson, type Json } from './canonical-json.js';

/**
 * What tells whether two definitions give the same answers the same meaning: SHA-256 over the canonical JSON (RFC 8785)
 * of the questionnaire's id and, by question id, the question's text, type, levels with their wording, options, limits
 * and `when`. Help, titles, weights, scores, rubric and examples are not in it, nor is the order of the questions.
 */
export function questionnaireDigest({ id, questions }: Pick<Questionnaire, 'id' | 'questions'>): string {
  const meaning = {
    id,
    questions: Object.fromEntries(questions.map((question) => [question.id, meaningOf(question)])),
  };
  return `sha256:${createHash('sha256').update(canonicalJson(meaning), 'utf8').digest('hex')}`;
}

function meaningOf(question: Question): Json {
  const { type, text, grid, when } = question;
  return {
    type,
    text,
    ...(grid === undefined ? {} : { grid: grid.text }),
    ...(when === undefined ? {} : { when: when.text.trim() }),
    ...partOf(question),
  };
}

function partOf(question: Question): { readonly [key: string]: Json } {
  switch (question.type) {
    case 'level':
      return {
        scale: question.scale.id,
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
