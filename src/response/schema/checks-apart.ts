import type { ValidateFunction } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { Answer, Response } from '../response.js';
import type { JsonSchema } from './json-schema.js';

/** What ajv knows the definitions of answers by. */
const definitions = 'answers';

/** The schema of responses in two: of the answers to each question, and of all else. */
export interface ChecksApart {
  /** Whether an answer to the question of this id is as the schema says. */
  readonly acceptsAnswer: (question: string, answer: Answer) => boolean;
  /** Whether a response is that has an answer to every question, of which each was accepted. */
  readonly acceptsRest: (data: unknown) => data is Response;
}

/**
 * Cells with the same text share one answer, so that a table needs each answer checked once, and of most rows only the rest.
 * What is compiled for answers is what questions with the same answers share.
 */
export function checksApart(ajv: Ajv2020, schema: JsonSchema): ChecksApart {
  const { answers } = schema.properties ?? {};
  const properties = (answers === undefined || answers === false ? undefined : answers.properties) ?? {};
  ajv.addSchema({ $defs: schema.$defs }, definitions);
  const validators = new Map<string, ValidateFunction | undefined>();
  const validatorOf = (question: string) => {
    if (validators.has(question)) return validators.get(question);
    const own = properties[question];
    const reference = own === undefined || own === false ? undefined : own.$ref;
    const found = reference === undefined ? undefined : ajv.getSchema(`${definitions}${reference}`);
    validators.set(question, found);
    return found;
  };
  return {
    acceptsAnswer: (question, answer) => validatorOf(question)?.(answer) === true,
    acceptsRest: ajv.compile<Response>({
      ...schema,
      properties: { ...schema.properties, answers: { type: 'object' } },
    }),
  };
}
