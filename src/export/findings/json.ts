import { helpOf, textOf } from '../../finding/catalogue.js';
import type { Finding, Place } from '../../finding/finding.js';
import { jsonText } from '../json-text.js';
import type { FindingPrinter, PrintOptions } from './printer.js';
import { sortFindings } from './sort.js';
import { pointOf } from './where.js';

export const json = {
  name: 'json',
  describe: 'A JSON array with an object a finding; what is not known is null.',
  write: (findings, { beside }: Pick<PrintOptions, 'beside'> = {}) => {
    const records = sortFindings(findings).map(record);
    return `${jsonText(beside === undefined ? records : { ...beside, findings: records }, 2)}\n`;
  },
} satisfies FindingPrinter;

function record(finding: Finding): object {
  const { rule, severity, file, range, path = null, cell = null, args, earlier } = finding;
  const { line = null, column = null } = pointOf(finding);
  return {
    rule,
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
    ...(earlier === undefined ? {} : { earlier: placeRecord(earlier) }),
  };
}

function placeRecord({ file, range, path }: Place): object {
  return { file, line: range?.start.line ?? null, column: range?.start.column ?? null, path: path ?? null };
}
