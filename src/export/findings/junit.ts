import { helpOf, textOf } from '../../finding/catalogue.js';
import { type Finding, isError, ruleIdOf } from '../../finding/finding.js';
import { visible } from '../text/visible.js';
import type { FindingPrinter } from './printer.js';
import { sortFindings } from './sort.js';
import { includedBy, pointOf, whereForPeople } from './where.js';

interface Suite {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** Written by hand: the libraries for it bring lodash and a builder of XML for what are five elements. */
export const junit = {
  name: 'junit',
  describe: 'JUnit XML, as CI servers read it: a suite a file, a case a finding.',
  write: (findings, { checked = [], fails = isError }) => {
    const suites = suitesOf(sortFindings(findings), checked);
    const failures = findings.filter(fails).length;
    const tests = suites.reduce((sum, suite) => sum + casesIn(suite), 0);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites${attributes({ name: 'milepost', tests, failures, errors: 0 })}>`,
      ...suites.flatMap((suite) => suiteLines(suite, fails)),
      '</testsuites>',
      '',
    ].join('\n');
  },
} satisfies FindingPrinter;

function suitesOf(sorted: readonly Finding[], checked: readonly string[]): readonly Suite[] {
  const byFile = new Map<string, Finding[]>(checked.map((file) => [file, []]));
  for (const finding of sorted) {
    const known = byFile.get(finding.file);
    if (known === undefined) byFile.set(finding.file, [finding]);
    else known.push(finding);
  }
  return [...byFile]
    .map(([file, findings]) => ({ file, findings }))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** A file without findings is one case, which passes. */
function casesIn({ findings }: Suite): number {
  return Math.max(1, findings.length);
}

function suiteLines(suite: Suite, fails: (finding: Finding) => boolean): readonly string[] {
  const { file, findings } = suite;
  const failures = findings.filter(fails).length;
  return [
    `  <testsuite${attributes({ name: file, tests: casesIn(suite), failures, errors: 0 })}>`,
    ...(findings.length === 0
      ? [`    <testcase${attributes({ name: 'no findings', classname: file })}/>`]
      : findings.flatMap((finding) => caseLines(finding, fails(finding)))),
    '  </testsuite>',
  ];
}

function caseLines(finding: Finding, fails: boolean): readonly string[] {
  const { file, severity, cell } = finding;
  const rule = ruleIdOf(finding);
  const { line, column } = pointOf(finding);
  const sheet = cell?.sheet === undefined ? '' : `[${cell.sheet}] `;
  const at = [line, column].filter((part) => part !== undefined).join(':');
  const name = at === '' ? rule : `${rule} at ${sheet}${at}`;
  const text = textOf(finding);
  const help = helpOf(finding);
  const included = includedBy(finding);
  const body = [
    `${whereForPeople(finding)}: ${severity}: ${visible(text)}`,
    ...(included === undefined ? [] : [included]),
    ...(help === undefined ? [] : [`help: ${visible(help)}`]),
  ];
  const content = escaped(body.join('\n'));
  return [
    `    <testcase${attributes({ name, classname: file })}>`,
    fails
      ? `      <failure${attributes({ type: rule, message: text })}>${content}</failure>`
      : `      <system-out>${content}</system-out>`,
    '    </testcase>',
  ];
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(visible(String(value)))}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text in XML, without the characters that XML 1.0 has no way to write. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    .replace(/[^\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
