import { suggestion } from '../../../finding/suggest.js';
import { isBroken } from '../../../questionnaire/broken.js';
import type { Question } from '../../../questionnaire/questionnaire.js';
import type { Range } from '../../range.js';
import type { RubricContext } from '../rubric-context.js';
import { type AnswerScore, answerScore } from './answer-score.js';
import { mapScore } from './terms.js';

export interface ScoredQuestion {
  /** After `reverse` and `range`. */
  readonly answer: Pick<AnswerScore, 'score' | 'range'>;
  readonly raw: AnswerScore;
  /** What `range` maps it to. */
  readonly to?: Range;
  readonly weight: number;
}

/** Every question that counts, with its score under the rubric's overrides, `reverse` and `range`. */
export function scoredQuestions(context: RubricContext): ReadonlyMap<string, ScoredQuestion> {
  const { questionnaire, rubric, questions, broken, report } = context;
  const overrides = rubric.body.questions ?? {};
  for (const id of Object.keys(overrides)) {
    if (!questions.has(id) && !isBroken(broken, id)) {
      report(
        'rubric-unknown-question',
        ['questions', id],
        { id, ...suggestion(id, questions.keys()) },
        'key',
      );
    }
  }
  const to = mappedRange(context);
  const scored = new Map<string, ScoredQuestion>();
  for (const question of questionnaire.questions) {
    const override = overrides[question.id];
    const scores = new Map(Object.entries(override?.scores ?? {}));
    const sound = checkOverrides(question, scores, context);
    const raw = answerScore(question, scores);
    if (raw === undefined) continue;
    if (to !== undefined && raw.range.min >= raw.range.max) {
      if (sound)
        report('question-without-spread', ['range'], { question: question.id, score: raw.range.min });
      continue;
    }
    const answer = mapScore(raw, question.reverse, to);
    scored.set(question.id, {
      answer,
      raw,
      ...(to === undefined ? {} : { to }),
      weight: override?.weight ?? question.weight,
    });
  }
  return scored;
}

function mappedRange({ rubric, report }: RubricContext): Range | undefined {
  if (rubric.body.range === undefined) return undefined;
  const [min, max] = rubric.body.range;
  if (min < max) return { min, max };
  report('range-empty', ['range'], { min, max });
  return undefined;
}

/** The answers that can have a score of their own. */
function answersOf(question: Question): readonly (string | number)[] {
  switch (question.type) {
    case 'level':
      return question.scale.levels.map((level) => level.value);
    case 'yes_no':
      return ['yes', 'no'];
    case 'choice':
    case 'choices':
      return question.options.map((option) => option.id);
    case 'number':
    case 'text':
    case 'date':
      return [];
  }
}

/** Whether every overriding score is of an answer that there is; reports those that are not. */
function checkOverrides(
  question: Question,
  scores: ReadonlyMap<string, number>,
  { report }: RubricContext,
): boolean {
  if (scores.size === 0) return true;
  const known = answersOf(question);
  let sound = true;
  for (const answer of scores.keys()) {
    if (known.some((one) => String(one) === answer)) continue;
    const path = ['questions', question.id, 'scores', answer];
    report('rubric-unknown-answer', path, { question: question.id, answer, known }, 'key');
    sound = false;
  }
  if (question.type !== 'choice' && question.type !== 'choices') return sound;
  const unscored = question.options
    .filter((option) => option.score === undefined && !scores.has(option.id))
    .map((option) => option.id);
  if (sound && unscored.length > 0) {
    report('override-partly-scored', ['questions', question.id, 'scores'], {
      question: question.id,
      unscored,
    });
  }
  return sound;
}
