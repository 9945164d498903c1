import fc from 'fast-check';
import { expect, test } from 'vitest';
import { github } from '../../../src/export/findings/github.js';
import { junit } from '../../../src/export/findings/junit.js';
import { sarif } from '../../../src/export/findings/sarif.js';
import { finding } from '../../../src/finding/finding.js';
import { junitFaults, sarifFaults } from '../../support/published.js';
import { all, options, range, unknownKey } from './fixture.js';
import { parseXml } from './xml.js';

const tenThousand = Array.from({ length: 10_000 }, (_, i) =>
  unknownKey(`file-${i % 7}.yaml`, `key ${i}`, range(i + 1, 3, 9)),
);
const nasty = unknownKey(
  'a & "b", <c>: 100%\u001b[2J\ud800.yaml',
  'x\u0000\ufffe]]>::error::&amp;%0A\r\ny, 🚂',
  range(1, 2, 3),
);

test.each([
  ['no findings', []],
  ['findings of every kind of place', all],
  ['signs that mean something', [nasty]],
  ['ten thousand', tenThousand],
])('sarif: %s hold to the published schema', (_, findings) => {
  const log = JSON.parse(sarif.write(findings, options));
  expect(sarifFaults(log)).toEqual([]);
  expect(log.runs[0].results).toHaveLength(findings.length);
});

test.each([
  ['no findings', [], 0],
  ['findings of every kind of place', all, 6],
  ['signs that mean something', [nasty], 1],
  ['ten thousand', tenThousand, 10_000],
])('junit: %s hold to the published schema', async (_, findings, cases) => {
  const written = junit.write(findings, options);
  expect(await junitFaults(written)).toEqual([]);
  const report = parseXml(written);
  expect(report.attributes.tests).toBe(String(cases));
  expect(report.children.flatMap(({ children }) => children)).toHaveLength(cases);
});

test('the published schemas notice what is wrong', async () => {
  expect(sarifFaults({ version: '2.1.0', runs: [{ results: [{}] }] })).toEqual([
    "/runs/0 must have required property 'tool'",
    "/runs/0/results/0 must have required property 'message'",
  ]);
  const written = junit.write(all, options);
  expect(await junitFaults(written, written.replace('<testcase ', '<testcase line="1" '))).toEqual([
    expect.stringContaining("The attribute 'line' is not allowed"),
  ]);
  expect(await junitFaults(written.replace('</testsuites>', ''))).not.toEqual([]);
});

test('machine formats are valid whatever a file says', async () => {
  const anything = fc.string({ unit: 'binary' });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anything, anything), { minLength: 1 }), async (names) => {
      const found = names.map(([file, key]) => [unknownKey(file, key, range(1, 1, 2))]);
      expect(await junitFaults(...found.map((findings) => junit.write(findings, options)))).toEqual([]);
      for (const findings of found) {
        expect(sarifFaults(JSON.parse(sarif.write(findings, options)))).toEqual([]);
        expect(github.write(findings, options)).toMatch(/^::error file=[^:,\n]*,line=1,[^\n]*\n$/);
      }
    }),
    { numRuns: 20 },
  );
});

test('junit: a suite a file, a case a finding; a file without findings passes', () => {
  const findings = [
    unknownKey('b.yaml', '<tilte>', range(9, 3, 8)),
    finding(
      'unknown-column',
      { file: 'c.csv', cell: { line: 1, column: 4 } },
      { column: 'x', suggestion: undefined },
    ),
  ];
  expect(junit.write(findings, { ...options, checked: ['b.yaml', 'a.yaml'] })).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="milepost" tests="3" failures="1" errors="0">
  <testsuite name="a.yaml" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="a.yaml"/>
  </testsuite>
  <testsuite name="b.yaml" tests="1" failures="1" errors="0">
    <testcase name="unknown-key at 9:3" classname="b.yaml">
      <failure type="unknown-key" message="unknown key \`&lt;tilte&gt;\`">b.yaml:9:3: error: unknown key \`&lt;tilte&gt;\`
help: Known here: \`id\` or \`weight\`.</failure>
    </testcase>
  </testsuite>
  <testsuite name="c.csv" tests="1" failures="0" errors="0">
    <testcase name="unknown-column at 1:4" classname="c.csv">
      <system-out>c.csv:1:D: warning: the column &quot;x&quot; is not known and was not read</system-out>
    </testcase>
  </testsuite>
</testsuites>
`,
  );
});

test('junit: what fails the run is a failure', () => {
  const strict = junit.write(all, { ...options, fails: () => true });
  expect(parseXml(strict).attributes).toMatchObject({ tests: '6', failures: '6' });
  const lax = junit.write(all, { ...options, fails: () => false });
  expect(parseXml(lax).attributes).toMatchObject({ tests: '6', failures: '0' });
});

test('sarif: a result has its rule, level, place and a fingerprint', () => {
  const warning = finding(
    'unknown-column',
    { file: 'c.csv', cell: { line: 1, column: 4 } },
    { column: 'x', suggestion: undefined },
  );
  const log = JSON.parse(
    sarif.write([warning, unknownKey('sub dir\\b#.yaml', 'tilte', range(9, 3, 8))], options),
  );
  const { tool, results } = log.runs[0];
  expect(tool.driver.rules).toEqual([
    {
      id: 'unknown-column',
      shortDescription: { text: 'Unknown column' },
      defaultConfiguration: { level: 'warning' },
    },
    {
      id: 'unknown-key',
      shortDescription: { text: 'Unknown key' },
      defaultConfiguration: { level: 'error' },
    },
  ]);
  expect(results).toMatchObject([
    {
      ruleId: 'unknown-column',
      ruleIndex: 0,
      level: 'warning',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'c.csv' }, region: { startLine: 1 } } }],
    },
    {
      ruleId: 'unknown-key',
      ruleIndex: 1,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'sub%20dir/b%23.yaml' },
            region: { startLine: 9, startColumn: 3, endLine: 9, endColumn: 8 },
          },
        },
      ],
    },
  ]);
  expect(results[1].partialFingerprints['milepostFinding/v1']).toMatch(/^[0-9a-f]{64}$/);
});

test('sarif: a fingerprint stays when lines and items come before it', () => {
  const before = 'dimensions:\n  - { id: data, weigth: 2 }\n';
  const after = '# more\ndimensions:\n  - { id: people }\n  - { id: data, weigth: 2 }\n';
  const fingerprint = (text: string, index: number, line: number) => {
    const found = finding(
      'unknown-key',
      { file: 'a.yaml', path: ['dimensions', index, 'weigth'], range: range(line, 1, 2) },
      { key: 'weigth', allowed: [] },
    );
    const log = JSON.parse(sarif.write([found], { ...options, source: () => text }));
    const [result] = log.runs[0].results;
    expect(result.locations[0].logicalLocations).toEqual([{ fullyQualifiedName: 'dimensions/data/weigth' }]);
    return result.partialFingerprints;
  };
  expect(fingerprint(after, 1, 4)).toEqual(fingerprint(before, 0, 2));
});

test('github: commands, errors first, with its escapes', () => {
  const findings = [
    finding(
      'unknown-column',
      { file: 'a.csv', cell: { line: 1, column: 4, name: 'x' } },
      { column: 'x', suggestion: undefined },
    ),
    { ...unknownKey('a.yaml', 'info'), severity: 'info' as const },
    unknownKey('b,c:d.yaml', '100%', range(9, 3, 8)),
    unknownKey('c.yaml', 'long', range(2, 3, 1, 4)),
  ];
  expect(github.write(findings, options).split('\n')).toEqual([
    '::error file=b%2Cc%3Ad.yaml,line=9,col=3,endLine=9,endColumn=8,title=unknown-key::unknown key `100%25`%0AKnown here: `id` or `weight`.',
    '::error file=c.yaml,line=2,endLine=4,title=unknown-key::unknown key `long`%0AKnown here: `id` or `weight`.',
    '::warning file=a.csv,line=1,title=unknown-column::x: the column "x" is not known and was not read',
    '::notice file=a.yaml,title=unknown-key::unknown key `info`%0AKnown here: `id` or `weight`.',
    '',
  ]);
  expect(github.write([], options)).toBe('');
});
