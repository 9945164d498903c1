import { textOf } from '../finding/catalogue.js';
import { type Finding, finding, type Path, type Place } from '../finding/finding.js';
import type { MapDefinition } from '../generated/definitions.js';
import validateMap from '../generated/validators/map.js';
import { kindOf } from './definition/kind.js';
import { readDefinition } from './definition/read-definition.js';
import type { SourceFiles } from './definition/source-file.js';
import { parseYaml } from './definition/yaml-source.js';

export interface LoadedMapFile {
  readonly map?: { readonly definition: MapDefinition; readonly place: (path: Path) => Place };
  /** Why the file could not be read at all, in words; the findings then say nothing of it. */
  readonly unreadable?: string;
  readonly findings: readonly Finding[];
}

/** Reads a map file. Whether its ids are those of a questionnaire is for intake to say. */
export function loadReturnsMap(file: string, files: SourceFiles): LoadedMapFile {
  const read = files.read(file);
  if ('finding' in read) return { findings: [], unreadable: textOf(read.finding) };
  const { source, findings } = parseYaml(file, read.text);
  if (source === undefined) return { findings };
  const is = kindOf(source, 'map');
  if (is.kind === undefined) return { findings: [...findings, ...is.findings] };
  if (is.kind !== 'map') {
    const place = { file, path: ['kind'], range: source.locate(['kind']) };
    return { findings: [finding('wrong-kind', place, { found: is.kind, needed: 'map' })] };
  }
  const { definition, place, findings: faults } = readDefinition(source, 'map', validateMap);
  const all = [...findings, ...is.findings, ...faults];
  return definition === undefined ? { findings: all } : { map: { definition, place }, findings: all };
}
