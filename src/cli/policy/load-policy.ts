import { textOf } from '../../finding/catalogue.js';
import type { Finding } from '../../finding/finding.js';
import { parseYaml, type YamlSource } from '../../questionnaire/definition/yaml-source.js';
import { loadDefinition, type WrittenConfig } from '../../questionnaire/load-definition.js';
import type { DiskFiles } from '../files/files.js';
import { UsageError } from '../usage-error.js';
import { type ConfigParts, configParts } from './policy.js';

/** A config as it was written, and what of it concerns findings. */
export interface LoadedConfig extends ConfigParts {
  readonly source: YamlSource;
  readonly written: WrittenConfig;
  readonly findings: readonly Finding[];
}

/** Reads a config. What is wrong in it is told with the other findings; one that says nothing usable ends the run. */
export function loadPolicy(file: string, files: DiskFiles): LoadedConfig {
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
  return { ...configParts(source), source, written: definition, findings: definition.findings };
}
