import { createHash } from 'node:crypto';
import type { Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import { canonicalJson } from '../meaning/canonical-json.js';
import { questionnaireDigest } from '../meaning/digest.js';
import { answerMeaning } from '../meaning/question-meaning.js';
import type { Asked } from './entry.js';

/** By question id, what tells whether an answer to the question still says the same: 16 hexadecimal digits of a SHA-256. */
export type QuestionDigests = Readonly<Record<string, string>>;

/** What a journal says of the questionnaire that is asked. */
export function askedOf(questionnaire: Questionnaire): Asked {
  const { id, version, questions } = questionnaire;
  return {
    questionnaire: { id, version, digest: questionnaireDigest(questionnaire) },
    questions: Object.fromEntries(questions.map((question) => [question.id, questionDigest(question)])),
  };
}

/** Who is asked the question is not part of it: an answer keeps its meaning when its `when` changes. */
function questionDigest(question: Question): string {
  return createHash('sha256')
    .update(canonicalJson(answerMeaning(question)), 'utf8')
    .digest('hex')
    .slice(0, 16);
}
