import { textOf } from '../../finding/catalogue.js';
import { ruleIdOf } from '../../finding/finding.js';
import { visible } from '../visible.js';
import type { FindingPrinter } from './printer.js';
import { sortFindings } from './sort.js';
import { whereForPrograms } from './where.js';

export const compact = {
  name: 'compact',
  describe: 'A line each, `file:line:column: severity rule: message`, as editors and grep like it.',
  write: (findings) =>
    sortFindings(findings)
      .map(
        (found) =>
          `${whereForPrograms(found)}: ${found.severity} ${ruleIdOf(found)}: ${visible(textOf(found))}\n`,
      )
      .join(''),
} satisfies FindingPrinter;
