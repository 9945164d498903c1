import type { Column, Table, TableBand, TableCell } from '../../src/export/tables/table.js';

const labels = ['Starting', 'Emerging', 'Established', 'Leading'];

/** The band of a score from 0 to 100, in quarters. */
function quarter(value: number): TableBand {
  const step = Math.min(3, Math.floor(value / 25));
  const label = labels[step] ?? '';
  return { id: label.toLowerCase(), label, step, steps: 4 };
}

/** A cell by what one would write into it: a score from 0 to 100 in its band, a text, or why there is nothing. */
export function cell(content: number | string | null): TableCell {
  if (content === null) return { kind: 'empty' };
  if (content === 'insufficient' || content === 'not_applicable' || content === 'withheld') {
    return { kind: 'empty', why: content };
  }
  if (typeof content === 'string') return { kind: 'text', text: content };
  return { kind: 'number', value: content, band: quarter(content), along: content / 100 };
}

export function count(value: number): TableCell {
  return { kind: 'number', value };
}

export const label = (key: string, title = key): Column => ({ key, title, kind: 'label' });
export const text = (key: string, title = key): Column => ({ key, title, kind: 'text' });
export const score = (key: string, title = key): Column => ({ key, title, kind: 'score', digits: 2 });

export function table(
  columns: readonly Column[],
  rows: readonly (readonly (number | string | null | TableCell)[])[],
  more: Partial<Table> = {},
): Table {
  const isCell = (content: number | string | null | TableCell) =>
    typeof content === 'object' && content !== null;
  return {
    columns,
    rows: rows.map((row) => row.map((content) => (isCell(content) ? content : cell(content)))),
    notes: [],
    ...more,
  };
}

/** Four departments, six dimensions and what they come to. */
export const departments: Table = table(
  [
    label('department', 'Department'),
    { key: 'responses', title: 'Responses', kind: 'count' },
    score('data', 'Data'),
    score('culture', 'Culture and people'),
    score('service', 'Service design'),
    score('security', 'Security'),
    score('contracts', 'Procurement and contracts'),
    score('overall', 'Overall'),
  ],
  [
    ['Housing', count(12), 67.5, 41, 22.08, 80, 55.5, 53.22],
    ['Adult social care', count(4), 12.5, 'withheld', 48.3, 25, 0, 21.45],
    ['Children and families', count(9), 100, 76.25, 75, 91.67, 'not_applicable', 85.73],
    ['Planning', count(1), 50, 'insufficient', 'insufficient', 30, 41.2, 'insufficient'],
  ],
  { title: 'Housing digital check', notes: ['The mean of responses.'] },
);
