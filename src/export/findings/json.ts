import { helpOf, textOf } from '../../finding/catalogue.js';
import { type Finding, ruleIdOf } from '../../finding/finding.js';
import { jsonText } from '../json-text.js';
import type { FindingPrinter } from './printer.js';
import { sortFindings } from './sort.js';
import { pointOf } from './where.js';

export const json = {
  name: 'json',
  describe: 'A JSON array with an object a finding; what is not known is null.',
  write: (findings) => `${jsonText(sortFindings(findings).map(record), 2)}\n`,
} satisfies FindingPrinter;

function record(finding: Finding): object {
  const { severity, file, range, path = null, cell = null, args } = finding;
  const { line = null, column = null } = pointOf(finding);
  return {
    rule: ruleIdOf(finding),
    severity,
    file,
    line,
    column,
    endLine: range?.end.line ?? null,
    endColumn: range?.end.column ?? null,
    path,
    cell,
    message: textOf(finding),
    help: helpOf(finding) ?? null,
    args,
  };
}
