import type { ErrorObject } from 'ajv';
import { type Finding, finding, type Path, type Place } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { forms } from '../../generated/vocabulary.js';
import { knownKeys } from './known-keys.js';
import { childOf, isMap, kindOf, pathOfPointer, valueAt } from './tree.js';

type PlaceOf = (path: Path, part?: 'key' | 'value') => Place;

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  null: 'nothing',
};

/** What one of ajv's errors means to an author, at the key or value it is about; nothing for errors that only follow from others. */
export function schemaFinding(
  kind: string,
  error: ErrorObject,
  data: unknown,
  place: PlaceOf,
): Finding | undefined {
  const path = pathOfPointer(error.instancePath, data);
  const value = valueAt(data, path);
  const key = String(path.at(-1) ?? kind);
  const named = typeof path.at(-1) === 'number' ? `${String(path.at(-2) ?? '')}[${key}]` : key;
  const { params } = error;
  switch (error.keyword) {
    case 'if':
    case 'propertyNames':
      return undefined;
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const unknown = String(params.additionalProperty ?? params.unevaluatedProperty);
      const allowed = knownKeys(kind, path);
      const free = allowed.filter((name) => childOf(value, name) === undefined);
      const suggestion = suggest(unknown, free) ?? suggest(unknown, allowed);
      return finding('unknown-key', place([...path, unknown], 'key'), {
        key: unknown,
        allowed,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    case 'required': {
      const missing = String(params.missingProperty);
      const of = nameOf(value, path);
      return finding('missing-key', place(path, 'key'), {
        key: missing,
        ...(of === undefined ? {} : { of }),
      });
    }
    case 'false schema':
      return finding('key-not-here', place(path, 'key'), {
        key: named,
        reason: whyNotHere(valueAt(data, path.slice(0, -1))),
      });
    case 'type': {
      const needed = [params.type].flat().map((type) => typeWords[String(type)] ?? String(type));
      return finding('wrong-type', place(path), { key: named, found: kindOf(value), needed });
    }
    case 'enum':
    case 'const': {
      const allowed = [params.allowedValues ?? params.allowedValue].flat().map(String);
      const suggestion = suggest(String(value), allowed);
      return finding('unknown-word', place(path), {
        key: named,
        found: String(value),
        allowed,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    case 'pattern': {
      const asKey = error.propertyName;
      const form = forms[String(params.pattern)] ?? `of the form ${String(params.pattern)}`;
      return asKey === undefined
        ? finding('bad-form', place(path), { key: named, found: String(value), form })
        : finding('bad-form', place([...path, asKey], 'key'), { key: 'key', found: asKey, form });
    }
    case 'not': {
      const asKey = error.propertyName;
      return finding('reserved-id', asKey === undefined ? place(path) : place([...path, asKey], 'key'), {
        id: asKey ?? String(value),
      });
    }
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return finding('out-of-limits', place(path), {
        key: named,
        found: String(value),
        limit: `${String(params.comparison)} ${String(params.limit)}`,
      });
    case 'minItems':
    case 'minProperties':
    case 'minLength':
      return finding('out-of-limits', place(path), {
        key: named,
        found: kindOf(value) === 'a text' ? 'empty' : `${kindOf(value)} of ${size(value)}`,
        limit: `${String(params.limit)} long or longer`,
      });
    case 'maxItems':
    case 'maxProperties':
    case 'maxLength':
      return finding('out-of-limits', place(path), {
        key: named,
        found: `${kindOf(value)} of ${size(value)}`,
        limit: `${String(params.limit)} long or shorter`,
      });
    default:
      return finding('schema-other', place(path), { key: named, detail: error.message ?? error.keyword });
  }
}

function size(value: unknown): number {
  if (Array.isArray(value) || typeof value === 'string') return value.length;
  return isMap(value) ? Object.keys(value).length : 0;
}

function nameOf(value: unknown, path: Path): string | undefined {
  const id = childOf(value, 'id');
  const owner = path.findLast((step) => typeof step === 'string');
  const noun = typeof path.at(-1) === 'number' ? owner?.replace(/ies$/, 'y').replace(/s$/, '') : owner;
  if (typeof id === 'string') return `${noun ?? 'this'} \`${id}\``;
  return noun === undefined ? undefined : `this ${noun}`;
}

function whyNotHere(owner: unknown): string {
  const type = childOf(owner, 'type');
  if (typeof type === 'string') return `it is not for a question of type \`${type}\``;
  const method = childOf(owner, 'method');
  if (typeof method === 'string') return `it is not for the method \`${method}\``;
  if (childOf(owner, 'scale') !== undefined) return 'it is not for a question with a `scale`';
  if (childOf(owner, 'questions') !== undefined)
    return 'a dimension holds `dimensions` or `questions`, not both';
  return 'nothing beside it goes with it';
}
