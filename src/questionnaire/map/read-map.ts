import type { Finding, Path, Place } from '../../finding/finding.js';
import type { MapDefinition } from '../../generated/definitions.js';
import validateMap from '../../generated/validators/map.js';
import { readDefinition } from '../definition/read-definition.js';
import type { YamlSource } from '../definition/yaml-source.js';
import { contradictions } from './contradictions.js';
import { undecided } from './undecided.js';

/** A map as it was written, and where its parts stand. */
export interface WrittenMap {
  readonly definition: MapDefinition;
  readonly place: PlaceOf;
}

/** The part of a map that leads from one version of a questionnaire to another. */
export interface VersionMap {
  readonly definition: Pick<MapDefinition, 'rename' | 'levels' | 'changed' | 'drop'>;
  readonly place: PlaceOf;
}

export type PlaceOf = (path: Path, part?: 'key' | 'value') => Place;

/** What a map says by itself. Whether it fits a questionnaire, or two versions of one, is for those to say who use it. */
export function readMap(source: YamlSource): {
  readonly map?: WrittenMap;
  readonly findings: readonly Finding[];
} {
  const { definition, place, findings } = readDefinition(source, 'map', validateMap);
  if (definition === undefined) return { findings };
  const map = { definition, place };
  return { map, findings: [...findings, ...undecided(map), ...contradictions(map)] };
}
