import { expect, test } from 'vitest';
import { recordsOf } from '../../src/export/report/source/records.js';
import type { Table } from '../../src/export/tables/table.js';

const table: Table = {
  title: 'Scores',
  columns: [
    { key: 'node', title: 'Node', kind: 'label' },
    { key: 'score', title: 'Score', kind: 'score', digits: 2 },
  ],
  rows: [
    [
      { kind: 'text', text: 'data' },
      { kind: 'empty', why: 'withheld' },
    ],
  ],
  notes: [],
};

test('a record is read by the keys of its table, and a key that the table has not is a mistake of ours', () => {
  const [record] = recordsOf(table);
  expect(record?.text('node')).toBe('data');
  expect(record?.number('score')).toBeNaN();
  for (const read of [record?.cell, record?.text, record?.number]) {
    expect(() => read?.('change')).toThrow('the table has no column change');
  }
});

test('a figure is not read as a text, nor a text as a figure', () => {
  const [record] = recordsOf(table);
  expect(() => record?.text('score')).toThrow('the column score holds no texts');
  expect(() => record?.number('node')).toThrow('the column node holds no figures');
});
