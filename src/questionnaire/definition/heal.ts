import type { Path } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { idMeant } from './id-meant.js';
import { keyMeant, knownKeys } from './known-keys.js';
import type { SchemaError } from './schema-errors.js';
import { isMap, valueAt } from './tree.js';

/** How a near miss is made what was meant. */
export interface Remedy {
  /** A key's new name; nothing where it is a value that was meant otherwise. */
  readonly rename?: { readonly key: string; readonly to: string };
  readonly apply: () => void;
}

/**
 * Takes a near miss for what was meant: `scael: x` for `scale: x`, `type: choise` for `type: choice`, `Data-Owner` for
 * `data_owner`. The mistake is still to be reported, but nothing that only follows from it.
 */
export function remedyFor(error: SchemaError, data: unknown, kind: string): Remedy | undefined {
  const { path } = error;
  const value = valueAt(data, path);
  const rename = isMap(value) ? renamed(error, value, kind) : undefined;
  if (rename !== undefined && isMap(value)) {
    const { key, to } = rename;
    return {
      rename,
      apply: () => {
        value[to] = value[key];
        delete value[key];
      },
    };
  }
  const replacement = substitute(error, value);
  if (replacement === undefined || path.length === 0) return undefined;
  return { apply: () => replace(data, path, replacement) };
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

function substitute({ keyword, params, path }: SchemaError, value: unknown): unknown {
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
      // A number is no condition in quotes either.
      if (path.at(-1) === 'when' || path.at(-1) === 'if') return undefined;
      return ofType(String(params.type), value);
    default:
      return undefined;
  }
}

/** `version: 1.0` was meant as a text, `weight: "2"` as a number, `required: yes` as true. */
function ofType(type: string, value: unknown): unknown {
  if (type === 'string') {
    return typeof value === 'number' ? String(value) : undefined;
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

function replace(data: unknown, path: Path, replacement: unknown): void {
  const owner = valueAt(data, path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined) return;
  if (Array.isArray(owner)) owner[Number(last)] = replacement;
  else if (isMap(owner)) owner[last] = replacement;
}
