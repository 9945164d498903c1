import { dirname, resolve } from 'node:path';
import { type Finding, finding, type Path } from '../../finding/finding.js';
import type { WrittenConfig } from '../../questionnaire/load-definition.js';
import { attemptStat } from '../files/expand.js';
import { reasonOf } from '../files/file-faults.js';

interface NamedFile {
  readonly what: string;
  readonly path: Path;
  readonly named: string | undefined;
}

/** The files that a config names and that are not there. Globs are passed over: what they mean may be yet to come back. */
export function unreadableFiles(config: string, written: WrittenConfig, cwd: string): readonly Finding[] {
  const folder = resolve(cwd, dirname(config));
  return namedFiles(written.definition).flatMap(({ what, path, named }) => {
    if (named === undefined) return [];
    const reason = whyUnreadable(named, folder);
    if (reason === undefined) return [];
    return [finding('config-file-unreadable', written.place(path), { what, file: named, reason })];
  });
}

function namedFiles({
  questionnaire,
  units,
  theme,
  sources = [],
  waves = {},
}: WrittenConfig['definition']): readonly NamedFile[] {
  return [
    { what: 'questionnaire', path: ['questionnaire'], named: questionnaire },
    { what: 'unit register', path: ['units'], named: units },
    ...sources.map(({ map }, i) => ({ what: 'map', path: ['sources', i, 'map'], named: map })),
    ...Object.entries(waves).flatMap(([name, wave]) =>
      (['questionnaire', 'rubric', 'map'] as const).map((key) => ({
        what: key,
        path: ['waves', name, key],
        named: wave[key],
      })),
    ),
    { what: 'theme', path: ['theme'], named: theme },
  ];
}

function whyUnreadable(file: string, folder: string): string | undefined {
  const stat = attemptStat(resolve(folder, file));
  if (typeof stat === 'string') return reasonOf(stat, file, folder);
  return stat.isDirectory() ? 'it is a directory' : undefined;
}
