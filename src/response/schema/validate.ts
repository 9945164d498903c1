import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Finding, finding, type Path, type Place } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Response } from '../response.js';
import { isDate } from '../texts/plain-values.js';
import { type ChecksApart, checksApart } from './checks-apart.js';
import { type JsonSchema, schemaAt } from './json-schema.js';
import { alwaysRequired, completeResponseSchema } from './schema.js';

/** Where the value at a path of a response was written, and what it is called there. */
export type Locate = (path: Path) => Place;

/** The compiled schema of the responses to one questionnaire, for those that `readResponse` or a table made complete. */
export interface ResponseValidator extends ChecksApart {
  readonly accepts: (data: unknown) => data is Response;
  /** What was wrong with the data that `accepts` last refused, but for what is known already at or above these paths. */
  readonly findings: (data: unknown, locate: Locate, known: readonly Path[]) => readonly Finding[];
}

/** Compiles the schema, once for all responses. */
export function responseValidator(questionnaire: Questionnaire): ResponseValidator {
  const schema = completeResponseSchema(questionnaire);
  const ajv = new Ajv2020({
    allErrors: true,
    inlineRefs: false,
    strictTypes: false,
    // The schema is ours: to hold it against the schema of schemas would take as long as to compile it.
    meta: false,
    validateSchema: false,
    formats: { date: isDate },
  });
  let compiled: ValidateFunction<Response> | undefined;
  const whole = () => {
    compiled ??= ajv.compile<Response>(schema);
    return compiled;
  };
  return {
    ...checksApart(ajv, schema),
    accepts: (data): data is Response => whole()(data),
    findings: (data, locate, known) => {
      const told = known.map(pointer);
      const findings: Finding[] = [];
      for (const error of whole().errors ?? []) {
        if (told.some((path) => error.instancePath === path || error.instancePath.startsWith(`${path}/`)))
          continue;
        const found = schemaFinding(questionnaire, schema, error, data, locate);
        if (found !== undefined) findings.push(found);
      }
      return findings;
    },
  };
}

const typeWords: Readonly<Record<string, string>> = {
  object: 'must be an object',
  array: 'must be a list',
  string: 'must be a text',
  number: 'must be a number',
  integer: 'must be a whole number',
  boolean: 'must be true or false',
};

/** What one of ajv's errors means, or nothing where it only follows from another. */
function schemaFinding(
  questionnaire: Questionnaire,
  schema: JsonSchema,
  error: ErrorObject,
  data: unknown,
  locate: Locate,
): Finding | undefined {
  // What the branches of an `anyOf` say only follows from the `anyOf`.
  if (error.schemaPath.includes('/anyOf/')) return undefined;
  const path = pathOf(error.instancePath);
  const found = valueAt(data, path);
  const name = nameOf(path);
  const { params, keyword } = error;
  const bad = (needed: string) => finding('response-bad-value', locate(path), { name, found, needed });
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const allowed = Object.keys(schemaAt(schema, path)?.properties ?? {});
      const place = locate([...path, key]);
      return finding('response-unknown-key', place, {
        key,
        of: name,
        allowed,
        suggestion: suggest(key, allowed),
      });
    }
    case 'required': {
      const key = String(params.missingProperty);
      const question = path[0] === 'answers' && path.length === 1 ? byId(questionnaire, key) : undefined;
      return question === undefined
        ? finding('response-missing-key', locate(path), { key, of: name })
        : finding('answer-missing', locate([...path, key]), { name: key, permitted: question.nonAnswers });
    }
    case 'anyOf': {
      const question = requiredBy(questionnaire, error);
      return question === undefined
        ? bad('is none of what is allowed')
        : finding('answer-missing', locate(['answers', question.id]), {
            name: question.id,
            permitted: question.nonAnswers,
          });
    }
    case 'false schema': {
      const question = path.at(-1) === 'non_answer' ? byId(questionnaire, String(path[1])) : undefined;
      if (question === undefined) return bad('does not belong here');
      return error.schemaPath.includes('/dependentSchemas/')
        ? finding('answer-and-non-answer', locate(path), { name: question.id })
        : notPermitted(question.id, found, question.nonAnswers, locate(path));
    }
    case 'enum': {
      const allowed = [params.allowedValues].flat().map(String);
      if (path.at(-1) === 'non_answer') return notPermitted(String(path[1]), found, allowed, locate(path));
      const suggestion = typeof found === 'string' ? suggest(found, allowed) : undefined;
      const values = allowed.map((value) => ({ value }));
      return finding('answer-unknown', locate(path), {
        name,
        found,
        allowed: values,
        nonAnswers: [],
        suggestion,
      });
    }
    case 'maxProperties':
      // The answers that are too many are named where the response is read.
      return undefined;
    case 'const':
      return bad(`must be \`${String(params.allowedValue)}\``);
    case 'type':
      return bad(typeWords[String(params.type)] ?? `must be ${String(params.type)}`);
    case 'minimum':
      return bad(`must be ${String(params.limit)} or more`);
    case 'maximum':
      return bad(`must be ${String(params.limit)} or less`);
    case 'minLength':
    case 'minItems':
      return bad('must not be empty');
    case 'pattern':
      return bad(
        name === 'completed'
          ? 'must be a date such as `2026-11-23`'
          : `must match \`${String(params.pattern)}\``,
      );
    default:
      return bad(error.message ?? keyword);
  }
}

function notPermitted(name: string, found: unknown, permitted: readonly string[], place: Place): Finding {
  return finding('non-answer-not-permitted', place, { name, found, nonAnswer: String(found), permitted });
}

/** The question that a part of the schema's `allOf` is about: each says that one is answered, or to be asked again. */
function requiredBy(questionnaire: Questionnaire, { schemaPath }: ErrorObject) {
  const part = /^#\/allOf\/(\d+)\/anyOf$/.exec(schemaPath)?.[1];
  return part === undefined ? undefined : alwaysRequired(questionnaire)[Number(part)];
}

function byId(questionnaire: Questionnaire, id: string) {
  return questionnaire.questions.find((question) => question.id === id);
}

/** A question's id, with the follow-up where it is one, a key of the response, or the response. */
function nameOf(path: Path): string {
  const [top, id, key] = path;
  if (top === undefined) return 'the response';
  if (top === 'answers' && id !== undefined) {
    return key === undefined || key === 'value' || key === 'non_answer' ? String(id) : `${id}__${key}`;
  }
  return path.join('.');
}

function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function pathOf(instancePath: string): Path {
  const steps = instancePath.split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
