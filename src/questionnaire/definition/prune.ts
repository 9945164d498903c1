import type { Path } from '../../finding/finding.js';
import { nameless } from '../broken.js';
import type { SchemaError } from './schema-errors.js';
import { childOf, isMap, valueAt } from './tree.js';

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
/** Lists whose members are named elsewhere by their ids. */
const named: ReadonlySet<unknown> = new Set(['dimensions', 'questions', 'profile', 'themes', 'indices']);
const placeholders: Readonly<Record<string, unknown>> = {
  milepost: 1,
  version: '0.0.0',
  title: '-',
};

/**
 * Takes out the smallest parts that stand by themselves around errors already reported, so that the rest can be checked.
 * `broken` learns the ids of what goes, and of a missing or unreadable one that there is such a part.
 */
export function prune(errors: readonly SchemaError[], data: unknown, broken: Set<string>): void {
  const cuts = new Map<string, Path>();
  for (const error of errors) {
    if (losesName(error)) broken.add(nameless);
    const path = cutFor(error, data);
    if (path !== undefined) cuts.set(JSON.stringify(path), path);
  }
  // From the end on, so that what is taken out of a list moves nothing that is still to go.
  for (const path of [...cuts.values()].sort(inOrder).reverse()) {
    const part = valueAt(data, path);
    note(part, broken);
    broken.add(String(path.at(-1)));
    remove(data, path);
  }
}

/** The path of what must go, or nothing where something could be put in instead. */
function cutFor({ path, params, key }: SchemaError, data: unknown): Path | undefined {
  const extra = params.additionalProperty ?? params.unevaluatedProperty ?? key;
  if (typeof extra === 'string') return [...path, extra];
  const member = memberAround(path);
  if (member !== undefined) return member;
  const missing = params.missingProperty;
  const value = valueAt(data, path);
  if (typeof missing === 'string' && isMap(value)) {
    const filling = missing === 'id' ? `x_${path.join('_')}` : placeholders[missing];
    if (filling !== undefined) {
      value[missing] = filling;
      return undefined;
    }
  }
  return path;
}

/** Whether an error is in what others name a part by: an id, or the key of a scale. */
export function losesName({ path, params, key }: SchemaError): boolean {
  if (key !== undefined) return maps.has(String(path.at(-1)));
  const part = params.missingProperty === 'id' ? path : path.at(-1) === 'id' ? path.slice(0, -1) : undefined;
  return typeof part?.at(-1) === 'number' && named.has(part.at(-2));
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

/** Everything with an id below, the items of a grid by the ids that they are asked under. */
function note(part: unknown, broken: Set<string>): void {
  if (typeof part === 'string') broken.add(part);
  if (Array.isArray(part)) for (const item of part) note(item, broken);
  if (!isMap(part)) return;
  const { id, items } = part;
  if (typeof id === 'string') {
    broken.add(id);
    if (Array.isArray(items)) for (const item of items) broken.add(`${id}_${String(childOf(item, 'id'))}`);
  }
  for (const value of Object.values(part)) if (typeof value === 'object') note(value, broken);
}

function remove(data: unknown, path: Path): void {
  const owner = valueAt(data, path.slice(0, -1));
  const last = path.at(-1);
  if (last === undefined) return;
  if (Array.isArray(owner)) owner.splice(Number(last), 1);
  else if (isMap(owner)) delete owner[last];
}

function inOrder(a: Path, b: Path): number {
  for (const [i, step] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (step === other) continue;
    if (typeof step === 'number' && typeof other === 'number') return step - other;
    return String(step) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}
