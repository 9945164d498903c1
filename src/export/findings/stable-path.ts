import { createHash } from 'node:crypto';
import type { Finding, Path } from '../../finding/finding.js';
import { childOf } from '../../questionnaire/definition/tree.js';
import { parseYaml } from '../../questionnaire/definition/yaml-source.js';

/** Keys by which one item of a list differs from the others, the most telling first. */
const naming = ['id', 'value', 'name', 'title', 'label'] as const;

/**
 * Where a finding is, in words that stay the same when lines and items are added before it: its path with the items of
 * lists by their ids, as `dimensions/data/questions/data_owner/weight`; a key that is missing is told with it. Nothing
 * for a finding without a path.
 */
export function stablePaths(
  source: (file: string) => string | undefined,
): (finding: Finding) => string | undefined {
  const documents = new Map<string, unknown>();
  const documentOf = (file: string): unknown => {
    if (!documents.has(file)) documents.set(file, parsed(file, source(file)));
    return documents.get(file);
  };
  return ({ file, path, args }) => {
    if (path === undefined) return undefined;
    const missing = 'key' in args && path.at(-1) !== args.key ? [args.key] : [];
    return stablePath([...path, ...missing], documentOf(file));
  };
}

function parsed(file: string, text: string | undefined): unknown {
  return text === undefined ? undefined : parseYaml(file, text).source?.data;
}

function stablePath(path: Path, document: unknown): string {
  let part = document;
  const steps: string[] = [];
  for (const step of path) {
    const owner = part;
    part = childOf(owner, step);
    steps.push(Array.isArray(owner) && part !== undefined ? nameOf(part) : String(step));
  }
  return steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
}

/** What an item of a list is called; a digest of what it says where it has no name. */
function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  for (const key of naming) {
    const value = childOf(item, key);
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return `#${createHash('sha256').update(JSON.stringify(item)).digest('hex').slice(0, 12)}`;
}
