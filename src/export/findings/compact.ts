import { textOf } from '../../finding/catalogue.js';
import { type Finding, ruleIdOf } from '../../finding/finding.js';
import { visible } from '../text/visible.js';
import type { FindingPrinter } from './printer.js';
import { sortFindings } from './sort.js';
import { includedBy, whereForPrograms } from './where.js';

export const compact = {
  name: 'compact',
  describe: 'A line each, `file:line:column: severity rule: message`, as editors and grep like it.',
  write: (findings) => sortFindings(findings).map(line).join(''),
} satisfies FindingPrinter;

function line(found: Finding): string {
  const included = includedBy(found);
  const behind = included === undefined ? '' : ` (${included})`;
  return `${whereForPrograms(found)}: ${found.severity} ${ruleIdOf(found)}: ${visible(textOf(found))}${behind}\n`;
}
