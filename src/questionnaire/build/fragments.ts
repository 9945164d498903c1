import { textOf } from '../../finding/catalogue.js';
import { type Finding, finding } from '../../finding/finding.js';
import type { QuestionnaireDefinition } from '../../generated/definitions.js';
import validateFragment from '../../generated/validators/fragment.js';
import { readDefinition } from '../definition/read-definition.js';
import type { SourceFiles } from '../definition/source-file.js';
import { parseYaml } from '../definition/yaml-source.js';
import type { FileLocator } from '../load.js';
import type { Namespace } from './namespace.js';
import { type Part, partOf } from './part.js';
import { addShared, type Shared } from './shared.js';

interface FragmentContext {
  readonly files: SourceFiles;
  readonly shared: Shared;
  readonly names: Namespace;
  readonly findings: Finding[];
  readonly locators: Map<string, FileLocator>;
}

/** Adds what the files under `use:` define. */
export function includeFragments(
  definition: QuestionnaireDefinition,
  part: Part,
  context: FragmentContext,
): void {
  const { files, shared, names, findings, locators } = context;
  for (const [i, relative] of (definition.use ?? []).entries()) {
    const origin = part.origin(definition, 'use', i);
    const file = files.resolve(part.file, relative);
    const read = files.read(file);
    if ('finding' in read) {
      part.report('included-file', origin, { file: relative, reason: textOf(read.finding) });
      continue;
    }
    const { source, findings: yaml } = parseYaml(file, read.text);
    findings.push(...yaml);
    if (source === undefined) continue;
    const { data } = source;
    const kind = typeof data === 'object' && data !== null && 'kind' in data ? data.kind : 'questionnaire';
    if (kind === 'questionnaire' || kind === 'rubric' || kind === 'map' || kind === 'config') {
      const place = { file, range: source.locate(kind === 'questionnaire' ? [] : ['kind']) };
      findings.push(finding('wrong-kind', place, { found: kind, needed: 'fragment' }));
      continue;
    }
    const fragment = readDefinition(source, 'fragment', validateFragment);
    findings.push(...fragment.findings);
    locators.set(file, fragment);
    if (fragment.definition !== undefined) {
      addShared(shared, fragment.definition, partOf(file, fragment, findings), names);
    }
  }
}
