import type { Path } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { idMeant } from './id-meant.js';
import { keyMeant, knownKeys } from './known-keys.js';
import type { SchemaError } from './schema-errors.js';
import { childOf, isMap, valueAt } from './tree.js';

/** What was taken for what: a key's new name, or nothing more where it was a value. */
export type Healed = { readonly key: string; readonly to: string } | 'value';

/**
 * Takes a near miss for what was meant: `scael: x` for `scale: x`, `type: choise` for `type: choice`, `Data-Owner` for
 * `data_owner`. The mistake is still reported, but nothing that only follows from it.
 */
export function heal(error: SchemaError, data: unknown, kind: string): Healed | undefined {
  const { path } = error;
  const value = valueAt(data, path);
  const renaming = isMap(value) ? renamed(error, value, kind) : undefined;
  if (renaming !== undefined && isMap(value)) {
    const { key, to } = renaming;
    value[to] = value[key];
    delete value[key];
    return renaming;
  }
  const replacement = substitute(error, value);
  return replacement !== undefined && replace(data, path, replacement) ? 'value' : undefined;
}

function renamed(
  { keyword, params, path, key }: SchemaError,
  value: Record<string, unknown>,
  kind: string,
): { readonly key: string; readonly to: string } | undefined {
  if (keyword === 'additionalProperties') {
    const unknown = String(params.additionalProperty);
    const to = keyMeant(unknown, value, knownKeys(kind, path));
    return to === undefined || !Object.hasOwn(value, unknown) ? undefined : { key: unknown, to };
  }
  if (keyword === 'pattern' && key !== undefined && Object.hasOwn(value, key)) {
    const to = idMeant(key, String(params.pattern));
    return to === undefined || Object.hasOwn(value, to) ? undefined : { key, to };
  }
  return undefined;
}

function substitute({ keyword, params }: SchemaError, value: unknown): unknown {
  switch (keyword) {
    case 'enum':
      return typeof value === 'string'
        ? suggest(value, [params.allowedValues].flat().map(String))
        : undefined;
    case 'const':
      // The version of the format decides nothing yet.
      return params.allowedValue;
    case 'pattern':
      return typeof value === 'string' ? idMeant(value, String(params.pattern)) : undefined;
    case 'type':
      return ofType(String(params.type), value);
    default:
      return undefined;
  }
}

/** `version: 1.0` was meant as a text, `weight: "2"` as a number, `required: yes` as true. */
function ofType(type: string, value: unknown): unknown {
  if (type === 'string') {
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
  }
  if (typeof value !== 'string') return undefined;
  switch (type) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
    case 'integer':
      return /^-?\d+$/.test(value) ? Number(value) : undefined;
    case 'boolean':
      return /^(yes|on|no|off)$/i.test(value) ? /^(yes|on)$/i.test(value) : undefined;
    case 'array':
      return [value];
    default:
      return undefined;
  }
}

function replace(data: unknown, path: Path, replacement: unknown): boolean {
  const owner = valueAt(data, path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined || childOf(owner, last) === undefined) return false;
  if (Array.isArray(owner)) owner[Number(last)] = replacement;
  else if (isMap(owner)) owner[last] = replacement;
  return true;
}
