import { type Finding, finding, type Path, type Place } from '../../finding/finding.js';
import { nameless } from '../broken.js';
import { remedyFor } from './heal.js';
import { losesName, prune } from './prune.js';
import { type SchemaError, schemaErrors } from './schema-errors.js';
import { schemaFinding } from './schema-finding.js';
import { valueAt } from './tree.js';
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
  const said = new Set<string>();
  const broken = new Set<string>();
  const { data } = source;
  const report = (found: Finding) => {
    const key = JSON.stringify([found.rule, found.path, found.args]);
    if (!said.has(key)) findings.push(found);
    said.add(key);
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
  const errors = schemaErrors(validate, data);
  // A value that was nearly right is reported for that, and not again for what it was taken for.
  const settled = new Set<string>();
  for (const error of errors) {
    const remedy = remedyFor(error, data, kind);
    if (remedy === undefined) continue;
    report(schemaFinding(kind, error, data, place));
    if (losesName(error)) broken.add(nameless);
    remedy.apply();
    const { rename } = remedy;
    // What a name was taken for need not be there.
    if (error.keyword === 'pattern') broken.add(rename?.to ?? String(valueAt(data, error.path)));
    if (rename === undefined) settled.add(JSON.stringify(error.path));
    else renamed.set(JSON.stringify([...error.path, rename.to]), rename.key);
  }
  const isNew = ({ path }: SchemaError) =>
    !path.some((_, i) => settled.has(JSON.stringify(path.slice(0, i + 1))));
  let left = schemaErrors(validate, data);
  for (const error of firstOfList(left.filter(isNew))) report(schemaFinding(kind, error, data, place));
  for (let round = 0; left.length > 0 && round < 30; round++) {
    prune(left, data, broken);
    left = schemaErrors(validate, data);
  }
  return validate(data) ? done(data) : done();
}

/** A list whose members are all of the wrong type is one mistake, told at the first of them. */
function firstOfList(errors: readonly SchemaError[]): readonly SchemaError[] {
  const seen = new Set<string>();
  return errors.filter(({ keyword, path, params }) => {
    if (keyword !== 'type' || typeof path.at(-1) !== 'number') return true;
    const key = JSON.stringify([path.slice(0, -1), params.type]);
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}

function asWritten(path: Path, renamed: ReadonlyMap<string, string>): Path {
  return path.map((step, i) => renamed.get(JSON.stringify(path.slice(0, i + 1))) ?? step);
}
