import { type Finding, finding, type Path, type Place } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { forms } from '../../generated/vocabulary.js';
import { idMeant } from './id-meant.js';
import { keyMeant, knownKeys } from './known-keys.js';
import type { SchemaError } from './schema-errors.js';
import { childOf, isMap, kindOf, valueAt } from './tree.js';
import { whyNotHere } from './why-not-here.js';

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

/** What an error means to an author, at the key or value that it is about. */
export function schemaFinding(kind: string, error: SchemaError, data: unknown, place: PlaceOf): Finding {
  const { keyword, params, path } = error;
  const value = valueAt(data, path);
  const key = String(path.at(-1) ?? kind);
  const named = typeof path.at(-1) === 'number' ? `${String(path.at(-2) ?? '')}[${key}]` : key;
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return unknownKey(
        String(params.additionalProperty ?? params.unevaluatedProperty),
        kind,
        error,
        value,
        place,
      );
    case 'required': {
      const missing = String(params.missingProperty);
      const of = nameOf(value, path, kind);
      return finding('missing-key', place(path, 'key'), { key: missing, of });
    }
    case 'false schema':
      return finding('key-not-here', place(path, 'key'), {
        key: named,
        reason: whyNotHere(valueAt(data, path.slice(0, -1)), path),
      });
    case 'type':
      // `1.0` is a number to YAML, and would be no version in quotes either.
      if (key === 'version' && typeof value === 'number') {
        const form = 'a semantic version of three numbers, such as 1.2.0';
        return finding('bad-form', place(path), { key, found: String(value), form });
      }
      return wrongType(named, value, [params.type].flat().map(String), place(path));
    case 'enum':
    case 'const':
      return unknownWord(named, value, [params.allowedValues ?? params.allowedValue].flat(), place(path));
    case 'pattern': {
      const pattern = String(params.pattern);
      const form = forms[pattern] ?? `of the form ${pattern}`;
      const found = error.key ?? String(value);
      const suggestion = idMeant(found, pattern);
      return finding('bad-form', placeOf(error, place), {
        key: named,
        found,
        form,
        ...(error.key === undefined ? {} : { isKey: true }),
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    case 'not':
      return finding('reserved-id', placeOf(error, place), { id: error.key ?? String(value) });
    case 'uniqueItems': {
      const at = [...path, Number(params.i)];
      const twice = Math.max(Number(params.i), Number(params.j));
      return finding('listed-twice', place([...path, twice]), { key, item: String(valueAt(data, at)) });
    }
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return finding('out-of-limits', place(path), {
        key: named,
        found: String(value),
        limit: limitInWords(String(params.comparison), String(params.limit)),
      });
    case 'minItems':
    case 'minProperties':
    case 'minLength':
    case 'maxItems':
    case 'maxProperties':
    case 'maxLength':
      return wrongSize(keyword, named, value, Number(params.limit), place(path));
    default:
      return finding('schema-other', place(path), { key: named, detail: keyword });
  }
}

function placeOf({ path, key }: SchemaError, place: PlaceOf): Place {
  return key === undefined ? place(path) : place([...path, key], 'key');
}

function unknownKey(
  key: string,
  kind: string,
  { path }: SchemaError,
  owner: unknown,
  place: PlaceOf,
): Finding {
  const allowed = knownKeys(kind, path);
  const suggestion = keyMeant(key, owner, allowed) ?? suggest(key, allowed);
  return finding('unknown-key', place([...path, key], 'key'), {
    key,
    allowed,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

function wrongType(key: string, value: unknown, types: readonly string[], place: Place): Finding {
  const needed = types.map((type) => typeWords[type] ?? type);
  const scalar = typeof value === 'object' ? undefined : String(value);
  return finding('wrong-type', place, {
    key,
    found: kindOf(value),
    needed,
    ...(scalar === undefined ? {} : { value: scalar }),
  });
}

function unknownWord(key: string, value: unknown, known: readonly unknown[], place: Place): Finding {
  const allowed = known.map(String);
  if (typeof value === 'object' || (typeof known[0] === 'number' && typeof value === 'string')) {
    const needed = [typeof known[0] === 'number' ? 'a number' : 'one word'];
    return finding('wrong-type', place, { key, found: kindOf(value), needed, allowed });
  }
  if (key === 'milepost') return finding('unknown-format', place, { found: String(value), known: allowed });
  const suggestion = suggest(String(value), allowed);
  return finding('unknown-word', place, {
    key,
    found: String(value),
    allowed,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

function limitInWords(comparison: string, limit: string): string {
  switch (comparison) {
    case '>=':
      return `${limit} or more`;
    case '<=':
      return `${limit} or less`;
    case '>':
      return `more than ${limit}`;
    default:
      return `less than ${limit}`;
  }
}

function wrongSize(keyword: string, key: string, value: unknown, limit: number, place: Place): Finding {
  const size = sizeOf(value);
  const noun = keyword.endsWith('Length') ? 'character' : 'entry';
  const counted = (n: number) => `${n} ${n === 1 ? noun : noun === 'entry' ? 'entries' : `${noun}s`}`;
  return finding('out-of-limits', place, {
    key,
    found: size === 0 ? 'empty' : `${counted(size)} long`,
    limit: `${counted(limit)} or ${keyword.startsWith('min') ? 'more' : 'fewer'}`,
  });
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value) || typeof value === 'string') return value.length;
  return isMap(value) ? Object.keys(value).length : 0;
}

/** Lists whose name is not the plural of what is in them. */
const members: Readonly<Record<string, string>> = {
  profile: 'profile field',
  indices: 'index',
  score: 'step',
};

/** What a map in the document is: `option \`cloud\``, `this step`, `the questionnaire`. */
function nameOf(value: unknown, path: Path, kind: string): string {
  const owner = path.findLast((step) => typeof step === 'string');
  if (owner === undefined) return `the ${kind}`;
  const listed = typeof path.at(-1) === 'number';
  const noun = listed ? memberOf(String(owner), path) : owner;
  const id = childOf(value, 'id');
  return typeof id === 'string' ? `the ${noun} \`${id}\`` : listed ? `this ${noun}` : `\`${noun}\``;
}

function memberOf(owner: string, path: Path): string {
  if (path.includes('option_lists')) return 'option';
  return members[owner] ?? owner.replace(/ies$/, 'y').replace(/s$/, '');
}
