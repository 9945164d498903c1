import type { Path } from '../../finding/finding.js';
import { roots, type Shape, shapes } from '../../generated/vocabulary.js';

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
