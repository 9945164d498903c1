import { textOf } from '../../finding/catalogue.js';
import type { Finding } from '../../finding/finding.js';
import { parseYaml, type YamlSource } from '../../questionnaire/definition/yaml-source.js';
import { loadDefinition } from '../../questionnaire/load-definition.js';
import type { DiskFiles } from '../files.js';
import { UsageError } from '../usage-error.js';
import { type ConfigParts, configParts } from './policy.js';

/** Reads a config. What is wrong in it is told with the other findings; one that says nothing usable ends the run. */
export function loadPolicy(
  file: string,
  files: DiskFiles,
): ConfigParts & { readonly source: YamlSource; readonly findings: readonly Finding[] } {
  const read = files.read(file);
  if ('finding' in read) throw new UsageError(`${file}: ${textOf(read.finding)}`);
  const { source, findings: yaml } = parseYaml(file, read.text);
  const [problem] = yaml;
  if (source === undefined) {
    const at =
      problem?.range === undefined ? '' : `:${problem.range.start.line}:${problem.range.start.column}`;
    const what = problem === undefined ? 'is no config' : textOf(problem);
    throw new UsageError(`${file}${at}: ${what}`, 'Mend the config, or leave it out with --no-config.');
  }
  const definition = loadDefinition(file, files);
  if (definition.kind !== 'config') {
    throw new UsageError(`${file} is no config`, 'A config starts with `milepost: 1` and `kind: config`.');
  }
  return { ...configParts(source), source, findings: definition.findings };
}
