import type { Finding } from '../../finding/finding.js';
import type { YamlSource } from '../../questionnaire/definition/yaml-source.js';
import type { WrittenConfig } from '../../questionnaire/load-definition.js';
import type { DiskFiles } from '../files/files.js';
import { unknownFlavours } from '../project/unknown-flavours.js';
import { ruleNames } from './judge.js';
import { configParts, unknownRules } from './policy.js';
import { unmatchedGlobs } from './unmatched-globs.js';
import { unreadableFiles } from './unreadable-files.js';

/** What is wrong with a config beyond its schema, whether anything goes by it or not. */
export function configFindings(
  source: YamlSource,
  written: WrittenConfig,
  cwd: string,
  files: DiskFiles,
): readonly Finding[] {
  return [
    ...unknownRules(configParts(source), ruleNames([], false)),
    ...unmatchedGlobs(source, cwd, []),
    ...unknownFlavours(written),
    ...unreadableFiles(source.file, written, cwd, files),
  ];
}
