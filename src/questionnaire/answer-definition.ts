import type {
  ProfileFieldDefinition,
  QuestionDefinition,
  QuestionnaireDefinition,
} from '../generated/definitions.js';
import type { Option, ProfileField, Question, Questionnaire } from './questionnaire.js';

/**
 * A definition in one piece that gives answers the meaning that the questionnaire gives them, with fragments included: what
 * is asked, and what can be answered. It has no scores, themes and weights, nor what interviewers alone read.
 */
export function answerDefinition(questionnaire: Questionnaire): QuestionnaireDefinition {
  const { id, version, title, profile, scales, barriers, nonAnswers, nonAnswerWords, questions } =
    questionnaire;
  const [first] = questionnaire.dimensions;
  if (first === undefined) throw new Error('a questionnaire without dimensions');
  const words = Object.entries(nonAnswerWords).map(([meaning, each]) => [meaning, [...(each ?? [])]]);
  return {
    milepost: 1,
    id,
    version,
    title,
    ...(profile.length === 0 ? {} : { profile: profile.map(profileField) }),
    scales: Object.fromEntries(
      scales.map((scale) => [
        scale.id,
        { levels: scale.levels.map(({ value, label }) => ({ value, label })) },
      ]),
    ),
    ...(barriers.length === 0
      ? {}
      : { barriers: barriers.map(({ id: own, label }) => ({ id: own, label })) }),
    non_answers: [...nonAnswers],
    ...(words.length === 0 ? {} : { non_answer_words: Object.fromEntries(words) }),
    dimensions: [{ id: first.id, title: first.title, questions: questionDefinitions(questions) }],
  };
}

function profileField(field: ProfileField): ProfileFieldDefinition {
  const { id, title, type, required, unit, personal } = field;
  return {
    id,
    title,
    type,
    required,
    unit,
    personal,
    ...(field.type === 'choice' ? { options: field.options.map(plainOption) } : {}),
  };
}

/** Of every question, the items of a grid in one. */
function questionDefinitions(questions: readonly Question[]): QuestionDefinition[] {
  const definitions: QuestionDefinition[] = [];
  let open: { readonly grid: string; readonly items: { id: string; text: string }[] } | undefined;
  for (const question of questions) {
    const { grid, id, text } = question;
    if (grid === undefined) {
      open = undefined;
      definitions.push({ id, text, ...answering(question) });
      continue;
    }
    if (open?.grid !== grid.id) {
      open = { grid: grid.id, items: [] };
      definitions.push({ id: grid.id, text: grid.text, ...answering(question), items: open.items });
    }
    open.items.push({ id: grid.item, text });
  }
  return definitions;
}

function answering(question: Question): Omit<QuestionDefinition, 'id' | 'text'> {
  const { type, required, when, nonAnswers, ask } = question;
  return {
    type,
    required,
    non_answers: [...nonAnswers],
    ...(ask.length === 0 ? {} : { ask: [...ask] }),
    ...(when === undefined ? {} : { when: when.text }),
    ...limits(question),
  };
}

function limits(question: Question): Omit<QuestionDefinition, 'id' | 'text'> {
  switch (question.type) {
    case 'level': {
      const { scale, wording } = question;
      const levels = Object.fromEntries([...wording].map(([value, text]) => [String(value), text]));
      return { scale: scale.id, ...(wording.size === 0 ? {} : { levels }) };
    }
    case 'choice':
    case 'choices':
      return { options: question.options.map(plainOption) };
    case 'number': {
      const { min, max, integer, unit } = question;
      return {
        integer,
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
        ...(unit === undefined ? {} : { unit }),
      };
    }
    case 'text': {
      const { pattern, maxLength } = question;
      return {
        ...(pattern === undefined ? {} : { pattern }),
        ...(maxLength === undefined ? {} : { max_length: maxLength }),
      };
    }
    case 'date': {
      const { min, max } = question;
      return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
    }
    case 'yes_no':
      return {};
  }
}

function plainOption({ id, label, exclusive }: Option) {
  return { id, label, ...(exclusive ? { exclusive } : {}) };
}
