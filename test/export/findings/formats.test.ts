import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compact } from '../../../src/export/findings/compact.js';
import { findingPrinter } from '../../../src/export/findings/formats.js';
import { json } from '../../../src/export/findings/json.js';
import { findingFormatNames } from '../../../src/export/findings/names.js';
import { sortFindings } from '../../../src/export/findings/sort.js';
import { summary } from '../../../src/export/findings/summary.js';
import { finding } from '../../../src/finding/finding.js';
import { all, range, unknownKey } from './fixture.js';

test.each(findingFormatNames)('the format %s bears its name', async (name) => {
  expect((await findingPrinter(name)).name).toBe(name);
});

test('compact: a line each', () => {
  expect(compact.write(all)).toMatchInlineSnapshot(`
    "a.csv: error input-empty: the file is empty: there is no header row and no response in it
    check.yaml:9:3: error unknown-key: unknown key \`tilte\`
    check.yaml:10:3: error unknown-key: unknown key \`weigth\`; did you mean \`weight\`?
    other.json: error input-empty: the file is empty: there is no header row and no response in it
    returns.csv:1:28: warning unknown-column: the column "data_ownr" is not known and was not read; did you mean \`data_owner\`?
    returns.xlsx [Answers]:17: warning input-no-responses: there is no response in the file
    "
  `);
  expect(compact.write([])).toBe('');
});

test('compact: no escape sequence gets through', () => {
  const nasty = unknownKey('\u001b[2J.yaml', 'x\u001b[31m\ny');
  expect(compact.write([nasty])).toBe('\\x1b[2J.yaml: error unknown-key: unknown key `x\\x1b[31m\\ny`\n');
});

test('json: an object each, with null for what is not known', () => {
  expect(json.write(all.slice(0, 1))).toMatchInlineSnapshot(`
    "[
      {
        "rule": "unknown-column",
        "severity": "warning",
        "file": "returns.csv",
        "line": 1,
        "column": 28,
        "endLine": null,
        "endColumn": null,
        "path": null,
        "cell": {
          "line": 1,
          "column": 28,
          "name": "data_ownr"
        },
        "includedBy": [],
        "message": "the column \\"data_ownr\\" is not known and was not read; did you mean \`data_owner\`?",
        "help": "Rename it to \`data_owner\` to have it read.",
        "args": {
          "column": "data_ownr",
          "suggestion": "data_owner"
        }
      }
    ]
    "
  `);
  expect(json.write([unknownKey('a.yaml', 'x\u009b', range(3, 5, 6))])).toMatchInlineSnapshot(`
    "[
      {
        "rule": "unknown-key",
        "severity": "error",
        "file": "a.yaml",
        "line": 3,
        "column": 5,
        "endLine": 3,
        "endColumn": 6,
        "path": null,
        "cell": null,
        "includedBy": [],
        "message": "unknown key \`x\\u009b\`",
        "help": "Known here: \`id\` or \`weight\`.",
        "args": {
          "key": "x\\u009b",
          "allowed": [
            "id",
            "weight"
          ]
        }
      }
    ]
    "
  `);
  expect(json.write([])).toBe('[]\n');
});

test('findings are ordered by file, sheet, line, column and rule, whatever the locale and the order they came in', () => {
  const sorted = [
    unknownKey('Z.yaml', 'a', range(1, 1, 2)),
    unknownKey('a.yaml', 'whole file'),
    unknownKey('a.yaml', 'a', range(2, 1, 2)),
    finding('missing-key', { file: 'a.yaml', range: range(2, 10, 12) }, { key: 'id' }),
    unknownKey('a.yaml', 'b', range(2, 10, 11)),
    unknownKey('a.yaml', 'c', range(10, 1, 2)),
    finding('input-no-responses', { file: 'b.xlsx', cell: { sheet: 'A', line: 9 } }, {}),
    finding('input-no-responses', { file: 'b.xlsx', cell: { sheet: 'B', line: 1 } }, {}),
    unknownKey('ä.yaml', 'd', range(1, 1, 2)),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
      expect(sortFindings(shuffled)).toEqual(sorted);
    }),
  );
});

test('a summary counts by severity and file', () => {
  expect(summary([])).toBe('no findings');
  expect(summary(all)).toBe('4 errors, 2 warnings in 5 files');
  expect(summary([{ ...unknownKey('a', 'b'), severity: 'info' }])).toBe('1 info in 1 file');
});
