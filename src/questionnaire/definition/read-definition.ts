import type { ErrorObject } from 'ajv';
import { type Finding, finding, type Path, type Place } from '../../finding/finding.js';
import { heal } from './heal.js';
import { prune } from './prune.js';
import { schemaFinding } from './schema-finding.js';
import type { Validator } from './validator.js';
import type { YamlSource } from './yaml-source.js';

/** A definition file that holds to its schema, or what of it does. */
export interface ReadDefinition<T> {
  /** None where nothing could be saved. Parts with findings are left out of it. */
  readonly definition?: T;
  /** Ids of the parts that were left out: known, but of unknown meaning. */
  readonly broken: ReadonlySet<string>;
  readonly place: (path: Path, part?: 'key' | 'value') => Place;
  /** The place of some characters of the text at a path. */
  readonly placeWithin: (path: Path, text: string, start: number, end: number) => Place;
  readonly pathOf: (part: object) => Path;
  readonly findings: readonly Finding[];
}

/**
 * Checks a document against its schema so that one mistake is one finding: a key or word that is nearly right is taken
 * for what was meant, and what remains wrong is left out, so that later checks see only what is sound.
 */
export function readDefinition<T>(
  source: YamlSource,
  kind: string,
  validate: Validator<T>,
): ReadDefinition<T> {
  const renamed = new Map<string, string>();
  const place = (path: Path, part: 'key' | 'value' = 'value'): Place => {
    const written = asWritten(path, renamed);
    return { file: source.file, path: written, range: source.locate(written, part) };
  };
  const findings: Finding[] = [];
  const broken = new Set<string>();
  const { data } = source;
  const report = (errors: readonly ErrorObject[]) => {
    for (const error of errors) {
      const found = schemaFinding(kind, error, data, place);
      if (found !== undefined && !findings.some((other) => same(other, found))) findings.push(found);
    }
  };
  const done = (definition?: T): ReadDefinition<T> => ({
    ...(definition === undefined ? {} : { definition }),
    broken,
    place,
    placeWithin: (path, text, start, end) => {
      const written = asWritten(path, renamed);
      return { file: source.file, path: written, range: source.locateWithin(written, text, start, end) };
    },
    pathOf: source.pathOf,
    findings,
  });

  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    findings.push(finding('not-a-map', place([]), { kind }));
    return done();
  }
  if (validate(data)) return done(data);

  const healed = (validate.errors ?? []).filter((error) => heal(error, data, kind, renamed));
  report(healed);
  if (validate(data)) return done(data);
  report(validate.errors ?? []);
  for (let round = 0; round < 500; round++) {
    if (validate(data)) return done(data);
    const first = (validate.errors ?? []).find((error) => error.keyword !== 'if');
    if (first === undefined) break;
    prune(first, data, broken);
  }
  return done();
}

function same(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && JSON.stringify([a.path, a.args]) === JSON.stringify([b.path, b.args]);
}

function asWritten(path: Path, renamed: ReadonlyMap<string, string>): Path {
  return path.map((step, i) => renamed.get(JSON.stringify(path.slice(0, i + 1))) ?? step);
}
