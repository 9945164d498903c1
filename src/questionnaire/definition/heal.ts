import type { ErrorObject } from 'ajv';
import { suggest } from '../../finding/suggest.js';
import { knownKeys } from './known-keys.js';
import { childOf, isMap, pathOfPointer, valueAt } from './tree.js';

/**
 * Takes a near miss for what was meant: `scael: x` for `scale: x`, `type: choise` for `type: choice`.
 * The mistake is still reported, but nothing that only follows from it.
 * `renamed` learns the key as it was written, by the path it has now. Tells whether it healed the error.
 */
export function heal(error: ErrorObject, data: unknown, kind: string, renamed: Map<string, string>): boolean {
  const path = pathOfPointer(error.instancePath, data);
  const value = valueAt(data, path);
  if (error.keyword === 'additionalProperties' && isMap(value)) {
    const key = String(error.params.additionalProperty);
    const free = knownKeys(kind, path).filter((name) => !Object.hasOwn(value, name));
    const meant = suggest(key, free);
    if (meant === undefined || !Object.hasOwn(value, key)) return false;
    value[meant] = value[key];
    delete value[key];
    renamed.set(JSON.stringify([...path, meant]), key);
    return true;
  }
  const owner = valueAt(data, path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined) return false;
  const replacement = substitute(error, value);
  if (replacement === undefined || childOf(owner, last) === undefined) return false;
  if (Array.isArray(owner)) owner[Number(last)] = replacement;
  else if (isMap(owner)) owner[last] = replacement;
  return true;
}

function substitute(error: ErrorObject, value: unknown): string | undefined {
  if (error.keyword === 'enum') {
    const allowed = [error.params.allowedValues].flat().map(String);
    return suggest(String(value), allowed);
  }
  // `version: 1.0` and `title: 2024` were meant as texts.
  if (error.keyword === 'type' && error.params.type === 'string' && typeof value === 'number') {
    return String(value);
  }
  return undefined;
}
