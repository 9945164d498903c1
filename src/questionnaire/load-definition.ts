import type { Finding } from '../finding/finding.js';
import type { ConfigDefinition, ThemeFileDefinition } from '../generated/definitions.js';
import validateConfig from '../generated/validators/config.js';
import validateTheme from '../generated/validators/theme.js';
import { answersFile } from './definition/answers-file.js';
import { kindOf } from './definition/kind.js';
import { readDefinition } from './definition/read-definition.js';
import type { SourceFiles } from './definition/source-file.js';
import { parseYaml, type YamlSource } from './definition/yaml-source.js';
import { type Loaded, loadQuestionnaire } from './load.js';
import { loadFragment } from './load-fragment.js';
import { type LoadedRubric, loadRubric } from './load-rubric.js';
import { type PlaceOf, readMap } from './map/read-map.js';

/** A definition file by its kind, with what is wrong with it by itself. */
export type LoadedDefinition = { readonly findings: readonly Finding[] } & (
  | { readonly kind: 'questionnaire' | 'fragment'; readonly loaded: Loaded }
  | { readonly kind: 'rubric'; readonly loaded: LoadedRubric }
  | ({ readonly kind: 'config'; readonly source: YamlSource } & WrittenConfig)
  | ({ readonly kind: 'theme' } & WrittenTheme)
  | { readonly kind: 'map' | 'unknown' }
);

/** A config as it was written, what is wrong in it left out, and where its parts stand. */
export interface WrittenConfig {
  readonly definition: Partial<ConfigDefinition>;
  readonly place: PlaceOf;
}

/** A theme in the same way. */
export interface WrittenTheme {
  readonly definition: Partial<ThemeFileDefinition>;
  readonly place: PlaceOf;
}

/** Reads any definition file, as what it says it is. */
export function loadDefinition(file: string, files: SourceFiles): LoadedDefinition {
  const read = files.read(file);
  const answers = answersFile(file, read);
  if (answers !== undefined) return { kind: 'unknown', findings: [answers] };
  if ('finding' in read) return { kind: 'unknown', findings: [read.finding] };
  const kind = kindWritten(read.text);
  if (kind === 'questionnaire') {
    const loaded = loadQuestionnaire(file, files);
    return { kind, loaded, findings: loaded.findings };
  }
  if (kind === 'rubric') {
    const loaded = loadRubric(file, files);
    return { kind, loaded, findings: loaded.findings };
  }
  const { source, findings: yaml } = parseYaml(file, read.text);
  if (source === undefined) return { kind: 'unknown', findings: yaml };
  const is = kindOf(source, kind);
  if (is.kind === undefined) return { kind: 'unknown', findings: is.findings };
  switch (kind) {
    case 'fragment': {
      const loaded = loadFragment(source, is.findings);
      return { kind, loaded, findings: loaded.findings };
    }
    case 'map':
      return { kind, findings: [...is.findings, ...readMap(source).findings] };
    case 'config': {
      const { definition = {}, place, findings } = readDefinition(source, kind, validateConfig);
      return { kind, source, definition, place, findings: [...is.findings, ...findings] };
    }
    case 'theme': {
      const { definition = {}, place, findings } = readDefinition(source, kind, validateTheme);
      return { kind, definition, place, findings: [...is.findings, ...findings] };
    }
  }
}

const kinds = ['fragment', 'rubric', 'map', 'config', 'theme'] as const;

/** The kind that a text says it is, read off its own line so that a file is parsed only once, by its own reader. */
export function kindWritten(text: string): (typeof kinds)[number] | 'questionnaire' {
  const written = /^["']?kind["']?[ \t]*:[ \t]*["']?([a-z]+)["']?[ \t]*(?:#.*)?\r?$/m.exec(text)?.[1];
  return kinds.find((kind) => kind === written) ?? 'questionnaire';
}
