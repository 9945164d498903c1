import { expect, test } from 'vitest';
import { tableFormatNames } from '../../src/export/tables/format-names.js';
import { formatForFile, tableFormats } from '../../src/export/tables/formats.js';

test('formats bear the names they are listed by', () => {
  expect(tableFormats.map(({ name }) => name)).toEqual(tableFormatNames);
});

test('no extension stands for two formats', () => {
  const extensions = tableFormats.flatMap((format) => format.extensions);
  expect(new Set(extensions).size).toBe(extensions.length);
});

test.each([
  ['out.csv', 'csv'],
  ['out.tsv', 'tsv'],
  ['OUT.JSON', 'json'],
  ['a.b/out.jsonl', 'jsonl'],
  ['C:\\out\\table.md', 'md'],
  ['page.htm', 'html'],
  ['table.txt', 'table'],
  ['out.docx', undefined],
  ['csv', undefined],
  ['dir.csv/out', undefined],
  ['dir.csv\\out', undefined],
])('%s asks for %s', (path, name) => {
  expect(formatForFile(path)?.name).toBe(name);
});
