import { makeTheme } from '../../export/report/theme/make-theme.js';
import { plainTheme, type Theme } from '../../export/report/theme/theme.js';
import { textOf } from '../../finding/catalogue.js';
import { type Finding, isError } from '../../finding/finding.js';
import { loadDefinition } from '../../questionnaire/load-definition.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import type { Project } from '../project/project.js';
import { UsageError } from '../usage-error.js';
import { lookAtTheme } from './look-at-theme.js';

/** How a report looks: as the config's theme says, or else plain. Nothing where the theme has errors. */
export function loadTheme(
  project: Project | undefined,
  files: DiskFiles,
  host: Pick<Host, 'cwd'>,
): { readonly theme?: Theme; readonly findings: readonly Finding[] } {
  const file = project?.theme;
  if (project === undefined || file === undefined) return { theme: plainTheme, findings: [] };
  const read = files.read(file);
  if ('finding' in read) {
    throw new UsageError(`${file}: ${textOf(read.finding)}`, `It is the \`theme\` of ${project.file}.`);
  }
  const loaded = loadDefinition(file, files);
  if (loaded.kind !== 'theme') {
    if (loaded.findings.some(isError)) return { findings: loaded.findings };
    throw new UsageError(`${file} is no theme`, 'A theme starts with `milepost: 1` and `kind: theme`.');
  }
  const { picture, findings: seen } = lookAtTheme(file, loaded, host);
  const findings = [...loaded.findings, ...seen];
  return findings.some(isError) ? { findings } : { theme: makeTheme(loaded, picture), findings };
}
