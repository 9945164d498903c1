import { dirname, resolve } from 'node:path';
import { type Finding, finding, type Place } from '../../finding/finding.js';
import type { ColumnsMap } from '../../intake/columns/returns-map.js';
import { type FlavourName, isFlavourName } from '../../intake/flavours/names.js';
import { filesFor, meantBy } from '../files/expand.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { type Config, type ConfigOptions, readConfig } from '../policy/judge.js';
import { isResponses, responseEndings } from '../returns/inputs.js';
import { unknownFlavours } from './unknown-flavours.js';

/** What a config says of what is read. Paths in it are named from the working directory. */
export interface Project {
  /** The config's own name. */
  readonly file: string;
  readonly questionnaire?: string;
  /** Those that have something of their own, which the same units answer. */
  readonly waves: readonly ProjectWave[];
  readonly units?: string;
  readonly sources: readonly ProjectSource[];
  /** How reports look. */
  readonly theme?: string;
  /** What is wrong with the config, but for what concerns the severities of findings. */
  readonly findings: readonly Finding[];
}

/** What belongs to one wave; where it says nothing, it is as the project has it. */
export interface ProjectWave {
  readonly name: string;
  readonly questionnaire?: string;
  readonly rubric?: string;
  /** What carries its answers to the current version. */
  readonly map?: string;
}

/** Returned files that are read in the same way. */
export interface ProjectSource {
  /** The config, from whose folder globs go out. */
  readonly config: string;
  readonly globs: readonly { readonly text: string; readonly place: Place }[];
  readonly flavour?: FlavourName;
  readonly map?: string;
  /** What holds for every row, by id. */
  readonly constants: NonNullable<ColumnsMap['definition']['constants']>;
  readonly placeOfConstant: (id: string) => Place;
}

/** Keys that say which findings count and how reports look, not what is read. */
const ofPolicy: readonly unknown[] = ['rules', 'overrides', 'baseline', 'plugins', 'theme'];

/** What the config that the options name, or the next one upwards, says of what is read. */
export async function readProject(
  options: ConfigOptions,
  host: Host,
  files: DiskFiles,
): Promise<Project | undefined> {
  const config = await readConfig(options, host, files);
  return config === undefined ? undefined : projectOf(config, files);
}

function projectOf({ from, written, findings }: Config, files: DiskFiles): Project {
  const { questionnaire, units, theme, waves = {} } = written.definition;
  // Also of a config at a commit, it is the files on disk that are read.
  const path = (relative: string) => files.resolve(from.place, relative);
  const all = [...findings, ...(from.isAtCommit ? [] : unknownFlavours(written))];
  return {
    file: from.name,
    ...(questionnaire === undefined ? {} : { questionnaire: path(questionnaire) }),
    waves: Object.entries(waves).map(
      ([name, { questionnaire: of, rubric, map }]): ProjectWave => ({
        name,
        ...(of === undefined ? {} : { questionnaire: path(of) }),
        ...(rubric === undefined ? {} : { rubric: path(rubric) }),
        ...(map === undefined ? {} : { map: path(map) }),
      }),
    ),
    ...(units === undefined ? {} : { units: path(units) }),
    ...(theme === undefined ? {} : { theme: path(theme) }),
    sources: sourcesOf(written, from.place, path),
    findings: all.filter((found) => !ofPolicy.includes(found.path?.[0])),
  };
}

function sourcesOf(
  { definition, place }: Config['written'],
  config: string,
  path: (relative: string) => string,
): readonly ProjectSource[] {
  return (definition.sources ?? []).map(({ files, flavour, map, constants = {} }, i) => ({
    config,
    globs: (typeof files === 'string' ? [files] : files).map((text, at) => ({
      text,
      place: place(['sources', i, 'files', ...(typeof files === 'string' ? [] : [at])]),
    })),
    ...(flavour !== undefined && isFlavourName(flavour) ? { flavour } : {}),
    ...(map === undefined ? {} : { map: path(map) }),
    constants,
    placeOfConstant: (id) => place(['sources', i, 'constants', id]),
  }));
}

/** A file of a source; of several that mean it, the first. */
export interface SourceFileFound {
  readonly file: string;
  readonly source: ProjectSource;
}

/** The returned files there are, and what means none yet. */
export interface FilesOfSources {
  /** In the order of the sources. */
  readonly found: readonly SourceFileFound[];
  readonly unmatched: readonly UnmatchedGlob[];
}

interface UnmatchedGlob {
  readonly text: string;
  readonly place: Place;
  /** What was likely meant. */
  readonly suggestion: string | undefined;
}

export async function filesOfSources(
  { sources }: Project,
  { cwd }: Host,
  files: DiskFiles,
): Promise<FilesOfSources> {
  const found = new Map<string, SourceFileFound>();
  const unmatched: UnmatchedGlob[] = [];
  for (const source of sources) {
    const folder = resolve(cwd, dirname(source.config));
    for (const { text, place } of source.globs) {
      const expanded = await filesFor(folder, text, responseEndings);
      const returned = expanded instanceof Error ? [] : expanded.filter(isResponses);
      if (returned.length === 0) unmatched.push({ text, place, suggestion: await meantBy(folder, text) });
      for (const { file } of returned) {
        const path = resolve(folder, file);
        if (!found.has(path)) found.set(path, { file: files.resolve(source.config, file), source });
      }
    }
  }
  return { found: [...found.values()], unmatched };
}

/** A glob that means no file yet is likely a mistake; where none does, there is nothing to read, unless that is what is asked for. */
export function unmatchedSources(
  { found, unmatched }: FilesOfSources,
  whenNothing: 'told' | 'refused',
): readonly Finding[] {
  const isRefused = found.length === 0 && whenNothing === 'refused';
  return unmatched.map(({ text: glob, place, suggestion }) => {
    const args = { glob, ...(suggestion === undefined ? {} : { suggestion }) };
    return isRefused
      ? finding('config-sources-unmatched', place, { ...args, others: unmatched.length - 1 })
      : finding('config-glob-unmatched', place, args);
  });
}
