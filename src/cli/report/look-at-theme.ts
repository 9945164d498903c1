import { contrastFindings } from '../../export/report/make-theme.js';
import { type Finding, finding } from '../../finding/finding.js';
import type { WrittenTheme } from '../../questionnaire/load-definition.js';
import type { Host } from '../host.js';
import { readLogo } from './read-logo.js';

/** What is wrong with a theme beyond its schema: colours that cannot be read, a logo that is none. */
export function themeFindings(
  file: string,
  theme: WrittenTheme,
  host: Pick<Host, 'cwd'>,
): readonly Finding[] {
  const { definition, place } = theme;
  const logo = definition.logo === undefined ? undefined : readLogo(file, definition.logo.file, host);
  return [
    ...contrastFindings(theme),
    ...(definition.logo === undefined || logo === undefined || 'source' in logo
      ? []
      : [finding('theme-logo', place(['logo', 'file']), { file: definition.logo.file, why: logo.why })]),
  ];
}
