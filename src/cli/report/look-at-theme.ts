import { contrastFindings } from '../../export/report/theme/make-theme.js';
import { type Finding, finding } from '../../finding/finding.js';
import type { WrittenTheme } from '../../questionnaire/load-definition.js';
import type { Host } from '../host.js';
import { readLogo } from './read-logo.js';

/** A theme's logo as a `data:` URI, and what is wrong with the theme beyond its schema: colours that cannot be read, a logo that is none. */
export function lookAtTheme(
  file: string,
  theme: WrittenTheme,
  host: Pick<Host, 'cwd'>,
): { readonly picture: string | undefined; readonly findings: readonly Finding[] } {
  const { definition, place } = theme;
  const findings = contrastFindings(theme);
  if (definition.logo === undefined) return { picture: undefined, findings };
  const logo = readLogo(file, definition.logo.file, host);
  if ('source' in logo) return { picture: logo.source, findings };
  const fault = finding('theme-logo', place(['logo', 'file']), { file: definition.logo.file, why: logo.why });
  return { picture: undefined, findings: [...findings, fault] };
}
