import type { Path } from '../../finding/finding.js';
import { suggest, suggestOnly } from '../../finding/suggest.js';
import { roots, type Shape, shapes } from '../../generated/vocabulary.js';
import { childOf } from './tree.js';

/** The keys that the schema of a kind of file knows at a path of a document. */
export function knownKeys(kind: string, path: Path): readonly string[] {
  let shape: Shape | undefined = shapes[roots[kind] ?? -1];
  for (const step of path) shape = shapes[below(shape, step) ?? -1];
  return Object.keys(shape?.keys ?? {});
}

function below(shape: Shape | undefined, step: string | number): number | undefined {
  if (typeof step === 'number') return shape?.items;
  const { keys = {} } = shape ?? {};
  return Object.hasOwn(keys, step) ? keys[step] : shape?.values;
}

/** Keys that hold what is read, one of which each thing has: easily taken for each other. */
const wordings = ['title', 'label', 'text', 'name', 'question'];

/** The key that was meant by one that is not known, among those that are still free. */
export function keyMeant(key: string, owner: unknown, known: readonly string[]): string | undefined {
  const free = known.filter((name) => childOf(owner, name) === undefined);
  const near = suggest(key, free);
  if (near !== undefined || !wordings.includes(key)) return near;
  return free.find((name) => wordings.includes(name));
}

/** The same, where no other key can have been meant. */
export function clearKey(key: string, owner: unknown, known: readonly string[]): string | undefined {
  const free = known.filter((name) => childOf(owner, name) === undefined);
  if (suggest(key, free) !== undefined) return suggestOnly(key, free);
  const worded = wordings.includes(key) ? free.filter((name) => wordings.includes(name)) : [];
  return worded.length === 1 ? worded[0] : undefined;
}
