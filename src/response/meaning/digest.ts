import { createHash } from 'node:crypto';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { canonicalJson } from './canonical-json.js';
import { questionMeaning } from './question-meaning.js';

/**
 * What tells whether two definitions give the same answers the same meaning: SHA-256 over the canonical JSON (RFC 8785)
 * of the questionnaire's id and, by question id, the question's text, type, levels with their wording, options, limits
 * and `when`. Help, titles, weights, scores, rubric and examples are not in it, nor is the order of the questions.
 */
export function questionnaireDigest({ id, questions }: Pick<Questionnaire, 'id' | 'questions'>): string {
  const meaning = {
    id,
    questions: Object.fromEntries(questions.map((question) => [question.id, questionMeaning(question)])),
  };
  return `sha256:${createHash('sha256').update(canonicalJson(meaning), 'utf8').digest('hex')}`;
}
