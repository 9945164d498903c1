import type { ValidateFunction } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import type { Questionnaire } from '../questionnaire/questionnaire.js';
import type { JsonSchema } from './json-schema.js';
import type { Response } from './response.js';

/** What ajv knows the definitions of answers by. */
const definitions = 'answers';

/**
 * Whether a response is made of answers that were checked before, and the rest of it is as the schema says. Cells with the same
 * text share one frozen answer, so that most rows of a table are. What it does not accept, the whole schema may yet.
 */
export function knownAnswers(
  ajv: Ajv2020,
  schema: JsonSchema,
  { questions }: Questionnaire,
): (data: unknown) => data is Response {
  const { answers } = schema.properties ?? {};
  const properties = (answers === undefined || answers === false ? undefined : answers.properties) ?? {};
  ajv.addSchema({ $defs: schema.$defs }, definitions);
  const kinds = new Map<string, KindOfAnswer>();
  const kindOf = (reference: string): KindOfAnswer => {
    const kind = kinds.get(reference) ?? kindOfAnswer(() => ajv.getSchema(`${definitions}${reference}`));
    kinds.set(reference, kind);
    return kind;
  };
  const asked = questions.flatMap(({ id }) => {
    const own = properties[id];
    return own === undefined || own === false || own.$ref === undefined
      ? []
      : [{ id, isKnown: kindOf(own.$ref) }];
  });
  const isRestRight = ajv.compile<Response>({
    ...schema,
    properties: { ...schema.properties, answers: { type: 'object' } },
  });
  return (data): data is Response => {
    if (!isRecord(data) || !isRecord(data.answers)) return false;
    let count = 0;
    // Quicker than to look each question up.
    for (const id in data.answers) {
      const question = asked[count];
      if (question?.id !== id || !question.isKnown(data.answers[id])) return false;
      count += 1;
    }
    return count === questions.length && isRestRight(data);
  };
}

/** Whether an answer is frozen and of its kind, which is looked into once. */
type KindOfAnswer = (answer: unknown) => boolean;

function kindOfAnswer(compile: () => ValidateFunction | undefined): KindOfAnswer {
  const known = new WeakSet<object>();
  let isRight: ValidateFunction | undefined;
  return (answer) => {
    if (!isRecord(answer)) return false;
    if (known.has(answer)) return true;
    if (!Object.isFrozen(answer)) return false;
    isRight ??= compile();
    if (isRight?.(answer) !== true) return false;
    known.add(answer);
    return true;
  };
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}
