import { type Finding, finding, type Range } from '../../../src/finding/finding.js';

/** The range from a column up to another of one line, or of a line below. */
export function range(line: number, from: number, to: number, lastLine = line): Range {
  return { start: { line, column: from, offset: 0 }, end: { line: lastLine, column: to, offset: 0 } };
}

/** The range of the first place where `part` stands in `source`. */
export function rangeOf(source: string, part: string): Range {
  const at = source.indexOf(part);
  const before = source.slice(0, at).split('\n');
  const from = (before.at(-1) ?? '').length + 1;
  return range(before.length, from, from + part.length);
}

export function unknownKey(file: string, key: string, where?: Range): Finding {
  return finding(
    'unknown-key',
    { file, ...(where === undefined ? {} : { range: where }) },
    { key, allowed: ['id', 'weight'] },
  );
}

/** Findings of every kind of place: in a text, in a cell, in a row, at a path, in a file as a whole. */
export const all: readonly Finding[] = [
  finding(
    'unknown-column',
    { file: 'returns.csv', cell: { line: 1, column: 28, name: 'data_ownr' } },
    { column: 'data_ownr', suggestion: 'data_owner' },
  ),
  finding('input-no-responses', { file: 'returns.xlsx', cell: { line: 17, sheet: 'Answers' } }, {}),
  finding('input-empty', { file: 'other.json', path: ['answers', 0, 'value'] }, {}),
  finding(
    'unknown-key',
    { file: 'check.yaml', range: range(10, 3, 9) },
    { key: 'weigth', allowed: ['id', 'weight'], suggestion: 'weight' },
  ),
  unknownKey('check.yaml', 'tilte', range(9, 3, 8)),
  finding('input-empty', { file: 'a.csv' }, {}),
];

export const options = { source: () => undefined, color: false, width: 80 };
