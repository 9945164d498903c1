import { helpOf, textOf } from '../../finding/catalogue.js';
import { type Finding, ruleIdOf, type Severity } from '../../finding/finding.js';
import { visible } from '../text/visible.js';
import type { FindingPrinter, PrintOptions } from './printer.js';
import { sortFindings } from './sort.js';
import { includedBy, pointOf } from './where.js';

/** By severity, worst first: GitHub shows only the first ten of a step. */
const commands: readonly (readonly [Severity, string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'notice'],
];

export const github = {
  name: 'github',
  describe: 'Workflow commands of GitHub Actions, which shows them beside the lines of a pull request.',
  write: (findings, options) => {
    const sorted = sortFindings(findings);
    return commands
      .flatMap(([severity, command]) =>
        sorted
          .filter((finding) => finding.severity === severity)
          .map((finding) => `::${command} ${properties(finding, options)}::${message(finding)}\n`),
      )
      .join('');
  },
} satisfies FindingPrinter;

function properties(finding: Finding, { inRepository = (file) => file }: PrintOptions): string {
  const { file, range } = finding;
  const written: [string, string | number | undefined][] = [
    ['file', inRepository(file)],
    ['line', pointOf(finding).line],
  ];
  if (range !== undefined) {
    // GitHub refuses columns where the lines differ.
    const oneLine = range.start.line === range.end.line;
    if (oneLine) written.push(['col', range.start.column]);
    written.push(['endLine', range.end.line]);
    if (oneLine) written.push(['endColumn', range.end.column]);
  }
  written.push(['title', ruleIdOf(finding)]);
  return written
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapedProperty(String(value))}`]))
    .join(',');
}

function message(finding: Finding): string {
  const { cell } = finding;
  const where = cell?.name === undefined ? '' : `${cell.name}: `;
  const help = helpOf(finding);
  const lines = [where + textOf(finding), includedBy(finding), help].filter((line) => line !== undefined);
  return escaped(lines.map(visible).join('\n'));
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
