import type { ProfileField, Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import { adjustmentKinds } from '../adjustment.js';
import { askAgainReasons } from '../ask-again.js';
import { modes } from '../response.js';
import { answerSchema, textSchema as text } from './answer-schema.js';
import type { JsonSchema } from './json-schema.js';

const dateOrTime =
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?$';

/**
 * The JSON Schema (2020-12) of the responses to one questionnaire.
 *
 * Every answer refers to a definition that it shares with the questions that take the same answers: written out, forty
 * questions make one function too long for V8 to optimise, and five times as slow.
 */
export function responseSchema(questionnaire: Questionnaire): JsonSchema {
  const answers = answerDefinitions(questionnaire);
  const { required, ...profile } = profileSchema(questionnaire.profile);
  const asked = alwaysRequired(questionnaire);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Response: ${questionnaire.title}`,
    description: `One filled-in questionnaire \`${questionnaire.id}\`, version ${questionnaire.version}.`,
    type: 'object',
    additionalProperties: false,
    required: ['milepost', 'questionnaire', 'id', ...(required === undefined ? [] : ['profile']), 'answers'],
    properties: {
      milepost: { title: 'Milepost format', description: 'The version of the format.', const: 1 },
      questionnaire: {
        title: 'Questionnaire',
        description: 'Which questionnaire was answered, and in which version and wording.',
        type: 'object',
        additionalProperties: false,
        required: ['id', 'version'],
        properties: {
          id: { const: questionnaire.id },
          version: { const: questionnaire.version },
          digest: { type: 'string' },
        },
      },
      id: { title: 'Response id', description: 'With the wave it is the key of the response.', ...text },
      wave: { title: 'Wave', description: 'The round of collection it belongs to, such as 2026.', ...text },
      mode: { title: 'Mode', description: 'How the answers were given.', enum: modes },
      completed: {
        title: 'Completed',
        description: 'ISO 8601 date, or date and time.',
        type: 'string',
        pattern: dateOrTime,
      },
      profile: required === undefined ? profile : { ...profile, required },
      participants: {
        title: 'Participants',
        description: 'Who took part.',
        type: 'object',
        additionalProperties: false,
        required: ['count'],
        properties: { count: { type: 'integer', minimum: 1 }, roles: { type: 'array', items: text } },
      },
      official: {
        title: 'Official',
        description: 'Whether a body gives these answers as such, not a person.',
        type: 'boolean',
      },
      answers: {
        title: 'Answers',
        description: 'By question id; a question that is left out was left blank.',
        type: 'object',
        additionalProperties: false,
        properties: answers.properties,
      },
      ask_again: {
        title: 'Ask again',
        description:
          'By question id: what a migration left to be asked. A required question in it may be blank.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          questionnaire.questions.map(({ id }) => [id, { $ref: '#/$defs/ask_again' }]),
        ),
      },
      adjustments: {
        title: 'Adjustments',
        description:
          'What of the answers was changed after they were given, in the order in which it was done.',
        type: 'array',
        items: { $ref: '#/$defs/adjustment' },
      },
    },
    ...(asked.length === 0
      ? {}
      : { allOf: asked.map(({ id }) => ({ anyOf: [answered(id), askedAgain(id)] })) }),
    $defs: {
      ...answers.$defs,
      carried: carriedSchema,
      ask_again: askAgainSchema,
      adjustment: adjustmentSchema,
      said: saidSchema,
    },
  };
}

/** The questions that every response answers, or has marked as still to be asked: those of `allOf`, in its order. */
export function alwaysRequired({ questions }: Questionnaire): readonly Question[] {
  return questions.filter(({ required, when }) => required && when === undefined);
}

function answered(id: string): JsonSchema {
  const answer = { anyOf: [{ required: ['value'] }, { required: ['non_answer'] }] };
  return { properties: { answers: { required: [id], properties: { [id]: answer } } } };
}

function askedAgain(id: string): JsonSchema {
  return { required: ['ask_again'], properties: { ask_again: { required: [id] } } };
}

const carriedSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['questionnaire', 'version', 'response'],
  properties: {
    questionnaire: { description: 'The id of the questionnaire that it was given to first.', ...text },
    version: { description: 'The version of that questionnaire.', ...text },
    response: { description: 'The id of the response that it stands in.', ...text },
    wave: { description: 'The wave of that response.', ...text },
    completed: { description: 'When that response was completed.', ...text },
  },
};

const askAgainSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['because'],
  properties: {
    because: { description: 'Why it is to be asked again.', enum: askAgainReasons },
    version: { description: 'The version in which it was said.', ...text },
    question: { description: 'The id of the question in that version, where it was another.', ...text },
    was: { description: 'What was said, as far as it is not among the answers now.', type: 'object' },
  },
};

const adjustmentSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['question', 'from', 'to', 'kind', 'because', 'by', 'on'],
  properties: {
    question: { description: 'The id of the question.', ...text },
    from: { description: 'What was said before.', $ref: '#/$defs/said' },
    to: { description: 'What is said since.', $ref: '#/$defs/said' },
    kind: { description: 'A mistake put right, or a judgement.', enum: adjustmentKinds },
    because: { description: 'Why.', ...text },
    by: { description: 'Who adjusted it.', ...text },
    on: { description: 'The day on which it was adjusted.', type: 'string', format: 'date' },
    version: { description: 'The version in which it was said, if it was another.', ...text },
  },
};

const saidSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  maxProperties: 1,
  properties: {
    value: {
      description: 'The value, of whatever question it was.',
      anyOf: [
        { type: 'number' },
        { type: 'string' },
        { type: 'boolean' },
        { type: 'array', items: { type: 'string' } },
      ],
    },
    non_answer: { description: 'The non-answer.', type: 'string' },
  },
};

/**
 * The same schema for a response that has been read, which has an answer, be it a blank one, for every question: as many
 * as there are, and each of them there, leaves no room for others. It accepts just the complete responses that the schema
 * accepts, and ajv checks it in two thirds of the time, having no keys to look up.
 */
export function completeResponseSchema(questionnaire: Questionnaire): JsonSchema {
  const schema = responseSchema(questionnaire);
  const { answers } = schema.properties ?? {};
  if (answers === undefined || answers === false) return schema;
  const { additionalProperties: _, ...open } = answers;
  const required = questionnaire.questions.map(({ id }) => id);
  return {
    ...schema,
    properties: { ...schema.properties, answers: { ...open, required, maxProperties: required.length } },
  };
}

function profileSchema(fields: readonly ProfileField[]): JsonSchema {
  const required = fields.filter((field) => field.required && !field.personal).map(({ id }) => id);
  return {
    title: 'Profile',
    description: 'Who answered.',
    type: 'object',
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(fields.map((field) => [field.id, fieldSchema(field)])),
  };
}

function fieldSchema(field: ProfileField): JsonSchema {
  const { title } = field;
  switch (field.type) {
    case 'text':
      return { title, ...text };
    case 'number':
      return { title, type: 'number' };
    case 'choice':
      return {
        title,
        description: field.options.map(({ id, label }) => `${id}: ${label}`).join('; '),
        enum: field.options.map(({ id }) => id),
      };
  }
}

interface Definitions {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly $defs: Readonly<Record<string, JsonSchema>>;
}

/** For each question a reference to the definition of its answers, questions with the same answers sharing one. */
function answerDefinitions(questionnaire: Questionnaire): Definitions {
  const names = new Map<string, string>();
  const $defs: Record<string, JsonSchema> = {};
  const properties: Record<string, JsonSchema> = {};
  for (const question of questionnaire.questions) {
    const schema = answerSchema(questionnaire, question);
    const key = JSON.stringify(schema);
    const name = names.get(key) ?? `answer_${names.size + 1}`;
    names.set(key, name);
    $defs[name] = schema;
    const help = question.help ?? wordings(question);
    properties[question.id] = {
      title: question.text,
      ...(help === undefined ? {} : { description: help }),
      $ref: `#/$defs/${name}`,
    };
  }
  return { properties, $defs };
}

function wordings(question: Question): string | undefined {
  if (question.type !== 'level' || question.wording.size === 0) return undefined;
  return [...question.wording].map(([value, words]) => `${value}: ${words}`).join('; ');
}
