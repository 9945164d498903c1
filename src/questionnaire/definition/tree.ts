import type { Path } from '../../finding/finding.js';

/** Ways through plain data of unknown shape. */

export function isMap(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

export function childOf(part: unknown, key: string | number): unknown {
  if (Array.isArray(part)) return part[Number(key)];
  return isMap(part) && Object.hasOwn(part, key) ? part[key] : undefined;
}

export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(childOf, data);
}

/** The path that a JSON pointer means in this data. */
export function pathOfPointer(pointer: string, data: unknown): Path {
  const path: (string | number)[] = [];
  let part = data;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replace(/~1/g, '/').replace(/~0/g, '~');
    path.push(Array.isArray(part) ? Number(key) : key);
    part = childOf(part, key);
  }
  return path;
}

/** What a value is, in words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'object':
      return 'a map';
    case 'string':
      return 'a text';
    case 'number':
      return 'a number';
    default:
      return `the word ${String(value)}`;
  }
}
