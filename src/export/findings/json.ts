import { helpOf, textOf } from '../../finding/catalogue.js';
import { type Finding, type Place, ruleIdOf } from '../../finding/finding.js';
import { jsonText } from '../text/json-text.js';
import type { FindingPrinter, PrintOptions } from './printer.js';
import { sortFindings } from './sort.js';
import { pointOf } from './where.js';

export const json = {
  name: 'json',
  describe: 'A JSON array with an object a finding; what is not known is null.',
  write: (findings, { supplement }: Partial<PrintOptions> = {}) => {
    const records = sortFindings(findings).map(record);
    return `${jsonText(supplement === undefined ? records : { ...supplement.members, findings: records }, 2)}\n`;
  },
} satisfies FindingPrinter;

function record(finding: Finding): object {
  const { severity, file, range, path = null, cell = null, args, includedBy = [], earlier } = finding;
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
    includedBy,
    message: textOf(finding),
    help: helpOf(finding) ?? null,
    args,
    ...(earlier === undefined ? {} : { earlier: placeRecord(earlier) }),
  };
}

function placeRecord({ file, range, path }: Place): object {
  return { file, line: range?.start.line ?? null, column: range?.start.column ?? null, path: path ?? null };
}
