import { dirname, resolve } from 'node:path';
import { textOf } from '../../finding/catalogue.js';
import { type Finding, finding, type Path } from '../../finding/finding.js';
import { answersFile } from '../../questionnaire/definition/answers-file.js';
import { kindWritten, type WrittenConfig } from '../../questionnaire/load-definition.js';
import { attemptStat } from '../files/expand.js';
import { reasonOf } from '../files/file-faults.js';
import type { DiskFiles } from '../files/files.js';

interface NamedFile {
  /** The kind of a definition, or what else it is. */
  readonly what: 'questionnaire' | 'rubric' | 'map' | 'theme' | 'unit register';
  readonly path: Path;
  readonly named: string | undefined;
}

/**
 * The files that a config names and that are not there, or are of another kind. Globs are passed over: what they mean may be
 * yet to come back.
 */
export function unreadableFiles(
  config: string,
  written: WrittenConfig,
  cwd: string,
  files: DiskFiles,
): readonly Finding[] {
  const folder = resolve(cwd, dirname(config));
  return namedFiles(written.definition).flatMap(({ what, path, named }) => {
    if (named === undefined) return [];
    const place = written.place(path);
    const absent = whyUnreadable(named, folder);
    if (absent !== undefined) {
      return [finding('config-file-unreadable', place, { what, file: named, reason: absent })];
    }
    if (what === 'unit register') return [];
    const read = files.read(files.resolve(config, named));
    const answers = answersFile(named, read);
    if (answers !== undefined) {
      const reason = `it ${textOf(answers)}`;
      return [finding('config-file-unreadable', place, { what, file: named, reason })];
    }
    if ('finding' in read) {
      const reason = `it ${textOf(read.finding)}`;
      return [finding('config-file-unreadable', place, { what, file: named, reason })];
    }
    const found = kindIn(read.text);
    if (found === what || (found === undefined && what === 'questionnaire')) return [];
    const args = { needed: what, file: named, ...(found === undefined ? {} : { found }) };
    return [finding('config-file-kind', place, args)];
  });
}

/** What a text says it is; what says nothing is a questionnaire where it asks anything. */
function kindIn(text: string): ReturnType<typeof kindWritten> | undefined {
  const kind = kindWritten(text);
  return kind !== 'questionnaire' || /^["']?dimensions["']?[ \t]*:/m.test(text) ? kind : undefined;
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
    ...sources.map(({ map }, i): NamedFile => ({ what: 'map', path: ['sources', i, 'map'], named: map })),
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
