import type { ErrorObject } from 'ajv';
import type { Path } from '../../finding/finding.js';
import { childOf, isMap, pathOfPointer, valueAt } from './tree.js';

/** Lists and maps whose members mean something by themselves: what is wrong inside one takes the member out. */
const lists = new Set([
  'profile',
  'barriers',
  'themes',
  'questions',
  'examples',
  'indices',
  'gates',
  'bands',
  'stages',
]);
const maps = new Set(['scales', 'option_lists']);
const placeholders: Readonly<Record<string, unknown>> = {
  milepost: 1,
  version: '0.0.0',
  title: '-',
  id: 'x',
};

/**
 * Takes out the smallest part that stands by itself around an error already reported, so that the rest can be checked.
 * `broken` learns the ids of what goes. One error at a time: the places of the others may shift.
 */
export function prune(error: ErrorObject, data: unknown, broken: Set<string>): void {
  const path = pathOfPointer(error.instancePath, data);
  const extra = error.params.additionalProperty ?? error.params.unevaluatedProperty ?? error.propertyName;
  if (typeof extra === 'string') {
    note(childOf(valueAt(data, path), extra), broken);
    broken.add(extra);
    remove(data, [...path, extra]);
    return;
  }
  const missing = error.params.missingProperty;
  const value = valueAt(data, path);
  const member = memberAround(path);
  if (member !== undefined) {
    note(valueAt(data, member), broken);
    broken.add(String(member.at(-1)));
    remove(data, member);
  } else if (typeof missing === 'string' && isMap(value) && placeholders[missing] !== undefined) {
    value[missing] = placeholders[missing];
  } else remove(data, path);
}

function memberAround(path: Path): Path | undefined {
  for (let end = path.length; end >= 2; end--) {
    const owner = path[end - 2];
    const step = path[end - 1];
    if (typeof owner !== 'string') continue;
    if (typeof step === 'number' ? lists.has(owner) : maps.has(owner)) return path.slice(0, end);
  }
  return undefined;
}

function note(part: unknown, broken: Set<string>): void {
  if (Array.isArray(part)) for (const item of part) note(item, broken);
  if (!isMap(part)) return;
  if (typeof part.id === 'string') broken.add(part.id);
  for (const value of Object.values(part)) note(value, broken);
}

function remove(data: unknown, path: Path): void {
  const owner = valueAt(data, path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined) return;
  if (Array.isArray(owner)) owner.splice(Number(last), 1);
  else if (isMap(owner)) delete owner[last];
}
