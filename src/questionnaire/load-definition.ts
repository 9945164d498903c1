import type { Finding } from '../finding/finding.js';
import validateConfig from '../generated/validators/config.js';
import validateFragment from '../generated/validators/fragment.js';
import validateMap from '../generated/validators/map.js';
import { namespace } from './build/namespace.js';
import { partOf } from './build/part.js';
import { addShared, emptyShared } from './build/shared.js';
import { addWords } from './build/words.js';
import { kindOf } from './definition/kind.js';
import { readDefinition } from './definition/read-definition.js';
import type { SourceFiles } from './definition/source-file.js';
import { parseYaml } from './definition/yaml-source.js';
import { type Loaded, loadQuestionnaire } from './load.js';
import { type LoadedRubric, loadRubric } from './load-rubric.js';

/** A definition file by its kind, with what is wrong with it by itself. */
export type LoadedDefinition =
  | { readonly kind: 'questionnaire'; readonly loaded: Loaded; readonly findings: readonly Finding[] }
  | { readonly kind: 'rubric'; readonly loaded: LoadedRubric; readonly findings: readonly Finding[] }
  | { readonly kind: 'fragment' | 'map' | 'config' | 'unknown'; readonly findings: readonly Finding[] };

/** Reads any definition file, as what it says it is. */
export function loadDefinition(file: string, files: SourceFiles): LoadedDefinition {
  const read = files.read(file);
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
  const { source, findings } = parseYaml(file, read.text);
  if (source === undefined) return { kind, findings };
  const is = kindOf(source, kind);
  if ('finding' in is) return { kind, findings: [...findings, is.finding] };
  switch (kind) {
    case 'fragment': {
      const fragment = readDefinition(source, kind, validateFragment);
      const all: Finding[] = [...findings, ...fragment.findings];
      if (fragment.definition !== undefined) {
        const shared = emptyShared();
        const part = partOf(file, fragment, all);
        addWords(shared, fragment.definition, part, false);
        addShared(shared, fragment.definition, part, namespace());
      }
      return { kind, findings: all };
    }
    case 'map':
      return { kind, findings: [...findings, ...readDefinition(source, kind, validateMap).findings] };
    case 'config':
      return { kind, findings: [...findings, ...readDefinition(source, kind, validateConfig).findings] };
  }
}

const kinds = ['fragment', 'rubric', 'map', 'config'] as const;

/** The kind that a text says it is, read off its own line so that a file is parsed only once, by its own reader. */
export function kindWritten(text: string): (typeof kinds)[number] | 'questionnaire' {
  const written = /^["']?kind["']?[ \t]*:[ \t]*["']?([a-z]+)["']?[ \t]*(?:#.*)?\r?$/m.exec(text)?.[1];
  return kinds.find((kind) => kind === written) ?? 'questionnaire';
}
