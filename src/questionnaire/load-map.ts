import { textOf } from '../finding/catalogue.js';
import { type Finding, finding } from '../finding/finding.js';
import { answersFile } from './definition/answers-file.js';
import { kindOf } from './definition/kind.js';
import type { SourceFiles } from './definition/source-file.js';
import { parseYaml } from './definition/yaml-source.js';
import { readMap, type WrittenMap } from './map/read-map.js';

export type { VersionMap, WrittenMap } from './map/read-map.js';

export interface LoadedMap {
  readonly map?: WrittenMap;
  /** Why the file could not be read at all, in words; the findings then say nothing of it. */
  readonly unreadable?: string;
  readonly findings: readonly Finding[];
}

/** Reads a map file. Whether it fits a questionnaire, or two versions of one, is for those to say who use it. */
export function loadMap(file: string, files: SourceFiles): LoadedMap {
  const read = files.read(file);
  const answers = answersFile(file, read);
  if (answers !== undefined) return { findings: [], unreadable: textOf(answers) };
  if ('finding' in read) return { findings: [], unreadable: textOf(read.finding) };
  const { source, findings } = parseYaml(file, read.text);
  if (source === undefined) return { findings };
  const is = kindOf(source, 'map');
  if (is.kind === undefined) return { findings: [...findings, ...is.findings] };
  if (is.kind !== 'map') {
    const place = { file, path: ['kind'], range: source.locate(['kind']) };
    return { findings: [finding('wrong-kind', place, { found: is.kind, needed: 'map' })] };
  }
  const { map, findings: faults } = readMap(source);
  const all = [...findings, ...is.findings, ...faults];
  return map === undefined ? { findings: all } : { map, findings: all };
}
