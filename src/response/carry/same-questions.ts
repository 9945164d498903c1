import type { Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import { canonicalJson } from '../meaning/canonical-json.js';
import { questionMeaning } from '../meaning/question-meaning.js';

/** What two questionnaires ask alike. */
export interface SameQuestions {
  /** Of the one that is asked now: those that the other asks too, by id, and by all that the digest sees of a question. */
  readonly same: readonly Question[];
  /** Ids that both have, but for questions that do not mean the same. */
  readonly changed: readonly string[];
}

/** Compares question by question, as the digest does for the whole: text, type, scale, levels with their wording, options, limits and `when`. */
export function sameQuestions(
  now: Pick<Questionnaire, 'questions'>,
  asked: Pick<Questionnaire, 'questions'>,
): SameQuestions {
  const others = new Map(asked.questions.map((question) => [question.id, question]));
  const same: Question[] = [];
  const changed: string[] = [];
  for (const question of now.questions) {
    const other = others.get(question.id);
    if (other === undefined) continue;
    if (canonicalJson(questionMeaning(question)) === canonicalJson(questionMeaning(other)))
      same.push(question);
    else changed.push(question.id);
  }
  return { same, changed };
}
