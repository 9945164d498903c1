import { dirname, join } from 'node:path';
import { type Finding, finding, type Path } from '../../finding/finding.js';
import { childOf } from '../../questionnaire/definition/tree.js';
import type { YamlSource } from '../../questionnaire/definition/yaml-source.js';
import { filesBelow } from '../files/walk.js';
import { globsOf } from './globs.js';

interface Glob {
  readonly text: string;
  readonly path: Path;
}

/** The globs of a config's overrides that mean no file: likely misspelt, or left from a file that was moved. */
export function unmatchedGlobs(
  { data, file, locate }: YamlSource,
  cwd: string,
  checked: readonly string[],
): readonly Finding[] {
  const matches = globsOf(cwd, file);
  let left = globsIn(data).filter(({ text }) => !checked.some((path) => matches(text, path)));
  const folder = dirname(file);
  if (left.length === 0) return [];
  const enters = (name: string) => name !== '.git' && name !== 'node_modules';
  for (const path of filesBelow(cwd, folder, enters, () => undefined)) {
    left = left.filter(({ text }) => !matches(text, join(folder, path)));
    if (left.length === 0) return [];
  }
  return left.map(({ text, path }) =>
    finding('config-glob-unmatched', { file, path, range: locate(path) }, { glob: text }),
  );
}

/** One glob may stand without a list around it. */
function globsIn(data: unknown): readonly Glob[] {
  const overrides = childOf(data, 'overrides');
  if (!Array.isArray(overrides)) return [];
  return overrides.flatMap((override, i): readonly Glob[] => {
    const files: unknown = childOf(override, 'files');
    const path = ['overrides', i, 'files'];
    if (typeof files === 'string') return [{ text: files, path }];
    if (!Array.isArray(files)) return [];
    return files.flatMap((text: unknown, at) =>
      typeof text === 'string' ? [{ text, path: [...path, at] }] : [],
    );
  });
}
