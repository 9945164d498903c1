import { textOf } from '../../finding/catalogue.js';
import type { Finding } from '../../finding/finding.js';
import type { FragmentDefinition, QuestionnaireDefinition } from '../../generated/definitions.js';
import validateFragment from '../../generated/validators/fragment.js';
import { kindOf } from '../definition/kind.js';
import { readDefinition } from '../definition/read-definition.js';
import type { SourceFiles } from '../definition/source-file.js';
import { parseYaml } from '../definition/yaml-source.js';
import type { FileLocator } from '../load.js';
import { type Part, partOf } from './part.js';

interface FragmentContext {
  readonly files: SourceFiles;
  readonly findings: Finding[];
  readonly locators: Map<string, FileLocator>;
}

/** A file under `use:` that was read. */
export interface Fragment {
  readonly definition: FragmentDefinition;
  readonly part: Part;
}

/** Reads the files under `use:`. What keeps one from being used is said where it is named, what is wrong in it there. */
export function readFragments(
  definition: QuestionnaireDefinition,
  part: Part,
  { files, findings, locators }: FragmentContext,
): readonly Fragment[] {
  const fragments: Fragment[] = [];
  for (const [i, relative] of (definition.use ?? []).entries()) {
    const origin = part.origin(definition, 'use', i);
    const file = files.resolve(part.file, relative);
    if (locators.has(file)) {
      part.report('used-twice', origin, { file: relative });
      continue;
    }
    const read = files.read(file);
    if ('finding' in read) {
      part.report('included-file', origin, { file: relative, reason: textOf(read.finding) });
      continue;
    }
    const { source, findings: yaml } = parseYaml(file, read.text);
    findings.push(...yaml);
    if (source === undefined) continue;
    const is = kindOf(source, 'fragment');
    if (is.kind === undefined || is.kind === 'fragment') findings.push(...is.findings);
    if (is.kind === undefined) continue;
    if (is.kind !== 'fragment') {
      part.report('included-kind', origin, { file: relative, found: is.kind, needed: 'fragment' });
      continue;
    }
    const fragment = readDefinition(source, 'fragment', validateFragment);
    findings.push(...fragment.findings);
    locators.set(file, fragment);
    if (fragment.definition !== undefined) {
      fragments.push({ definition: fragment.definition, part: partOf(file, fragment, findings) });
    }
  }
  return fragments;
}
