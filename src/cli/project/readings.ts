import { resolve } from 'node:path';
import { type Finding, isError } from '../../finding/finding.js';
import { type ColumnsMap, returnsMap } from '../../intake/columns/returns-map.js';
import { targetsOf } from '../../intake/columns/targets.js';
import type { FlavourName } from '../../intake/flavours/names.js';
import type { FileOptions } from '../../intake/options.js';
import type { Register } from '../../intake/register/register.js';
import { constantFaults } from '../../intake/rows/constant-faults.js';
import { loadMap } from '../../questionnaire/load-map.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { distinct } from '../policy/judge.js';
import { UsageError } from '../usage-error.js';
import type { ProjectSource, SourceFileFound } from './project.js';

/** What is said of how files are read: on the command line for all, by a source for its own. */
export interface Reading {
  readonly flavour?: FlavourName | undefined;
  /** The file of a map. */
  readonly map?: string | undefined;
}

/** How each file is read, and what is wrong with the maps and constants that say so. */
export interface Readings {
  readonly of: (file: string) => FileOptions;
  readonly findings: readonly Finding[];
}

/** A file is read as its source says, whoever names it; the command line prevails. */
export function readings(
  questionnaire: Questionnaire,
  asked: Reading,
  found: readonly SourceFileFound[],
  register: Register | undefined,
  { cwd }: Host,
  files: DiskFiles,
): Readings {
  const findings: Finding[] = [];
  const targets = targetsOf(questionnaire);
  const maps = new Map<string, ColumnsMap | undefined>();
  const mapIn = (file: string): ColumnsMap | undefined => {
    if (maps.has(file)) return maps.get(file);
    const loaded = loadMap(file, files);
    if (loaded.unreadable !== undefined) throw new UsageError(`${file} ${loaded.unreadable}`);
    const { map } = loaded;
    findings.push(...loaded.findings);
    maps.set(file, loaded.findings.some(isError) ? undefined : map);
    return maps.get(file);
  };
  const checked = (map: ColumnsMap | undefined): FileOptions => {
    if (map === undefined) return {};
    const read = returnsMap(map, targets);
    const faults = [...read.findings, ...constantFaults(read.map, questionnaire, register)];
    findings.push(...faults);
    return faults.some(isError) ? {} : { map };
  };
  const optionsOf = (source: ProjectSource | undefined): FileOptions => {
    const flavour = asked.flavour ?? source?.flavour;
    const file = asked.map ?? source?.map;
    const map = file === undefined ? undefined : mapIn(file);
    return {
      ...(flavour === undefined ? {} : { flavour }),
      ...checked(source === undefined ? map : withConstants(map, source)),
    };
  };
  const plain = optionsOf(undefined);
  const bySource = new Map(
    [...new Set(found.map(({ source }) => source))].map((source) => [source, optionsOf(source)]),
  );
  const byFile = new Map(found.map(({ file, source }) => [resolve(cwd, file), bySource.get(source)]));
  return { of: (file) => byFile.get(resolve(cwd, file)) ?? plain, findings: distinct(findings) };
}

/** The map with what holds for every row of the source's files: of two that say the same thing, the source prevails. */
function withConstants(
  map: ColumnsMap | undefined,
  { constants, placeOfConstant, config }: ProjectSource,
): ColumnsMap | undefined {
  if (Object.keys(constants).length === 0) return map;
  return {
    definition: { ...map?.definition, constants: { ...map?.definition.constants, ...constants } },
    place: (path) => {
      const [key, id] = path;
      const own = key === 'constants' && typeof id === 'string' && Object.hasOwn(constants, id);
      return own ? placeOfConstant(id) : (map?.place(path) ?? { file: config });
    },
  };
}
