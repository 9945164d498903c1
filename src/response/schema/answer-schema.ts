import type { Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import { remarksOf } from '../reading/read-remark.js';
import { confidences, type RemarkKey } from '../response.js';
import type { JsonSchema } from './json-schema.js';

/** A text that says something. */
export const textSchema: JsonSchema = { type: 'string', minLength: 1 };

/** The schema of the answers to one question: a value, a non-answer or neither, and what may accompany them. */
export function answerSchema(questionnaire: Questionnaire, question: Question): JsonSchema {
  const value = valueSchema(question);
  const remarks = remarksOf(question).map((key): [string, JsonSchema] => [
    key,
    remarkSchema(key, questionnaire, question, value),
  ]);
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      value,
      non_answer: question.nonAnswers.length === 0 ? false : { enum: question.nonAnswers },
      ...Object.fromEntries(remarks),
      carried: { $ref: '#/$defs/carried' },
    },
    dependentSchemas: {
      value: { properties: { non_answer: false } },
      carried: { anyOf: [{ required: ['value'] }, { required: ['non_answer'] }] },
    },
  };
}

function valueSchema(question: Question): JsonSchema {
  switch (question.type) {
    case 'level': {
      const { levels } = question.scale;
      return {
        description: levels.map(({ value, label }) => `${value}: ${label}`).join('; '),
        enum: levels.map(({ value }) => value),
      };
    }
    case 'yes_no':
      return { type: 'boolean' };
    case 'choice':
      return {
        description: question.options.map(({ id, label }) => `${id}: ${label}`).join('; '),
        enum: question.options.map(({ id }) => id),
      };
    case 'choices': {
      const alone = question.options.filter(({ exclusive }) => exclusive);
      return {
        description: question.options.map(({ id, label }) => `${id}: ${label}`).join('; '),
        type: 'array',
        items: { type: 'string', enum: question.options.map(({ id }) => id) },
        minItems: 1,
        uniqueItems: true,
        ...(alone.length === 0
          ? {}
          : {
              allOf: alone.map(({ id }) => ({
                anyOf: [{ not: { contains: { const: id } } }, { maxItems: 1 }],
              })),
            }),
      };
    }
    case 'number': {
      const { integer, min, max, unit } = question;
      return {
        ...(unit === undefined ? {} : { description: `in ${unit}` }),
        type: integer ? 'integer' : 'number',
        ...(min === undefined ? {} : { minimum: min }),
        ...(max === undefined ? {} : { maximum: max }),
      };
    }
    case 'text': {
      const { pattern, maxLength } = question;
      return {
        ...textSchema,
        ...(pattern === undefined ? {} : { pattern }),
        ...(maxLength === undefined ? {} : { maxLength }),
      };
    }
    case 'date': {
      const { min, max } = question;
      const limits = [min === undefined ? '' : `from ${min}`, max === undefined ? '' : `to ${max}`];
      const description = limits.filter((limit) => limit !== '').join(' ');
      return { ...(description === '' ? {} : { description }), type: 'string', format: 'date' };
    }
  }
}

function remarkSchema(
  key: RemarkKey,
  { barriers }: Questionnaire,
  question: Question,
  value: JsonSchema,
): JsonSchema {
  switch (key) {
    case 'target':
      return value;
    case 'barriers':
      return barriers.length === 0
        ? { type: 'array', maxItems: 0 }
        : { type: 'array', items: { type: 'string', enum: barriers.map(({ id }) => id) }, uniqueItems: true };
    case 'confidence':
      return { enum: confidences };
    case 'share':
      return { enum: ['yes', 'no'] };
    case 'votes':
      return { type: 'array', items: { anyOf: [value, { enum: ['unanswered', ...question.nonAnswers] }] } };
    default:
      return textSchema;
  }
}
