import { columnLetter } from '../../../finding/words.js';
import { reference } from '../../workbook/print-titles.js';
import type { Check, Row, Sheet } from './layout.js';
import { shown } from './layout.js';

const sheetName = '_lists';

/** Every list that cells choose from, once, and where it stands: within a cell's own rule a list may have 255 characters only. */
export interface Lists {
  readonly sheet: Sheet;
  readonly rangeOf: (words: readonly string[]) => string;
}

export function listsOf(sheets: readonly Sheet[]): Lists {
  const columns = new Map<string, readonly string[]>();
  for (const { rows } of sheets) {
    for (const cell of rows.flat()) {
      const words = cell?.reads?.check === undefined ? [] : wordsOf(cell.reads.check);
      if (words.length > 0) columns.set(keyOf(words), words);
    }
  }
  const lists = [...columns.values()];
  const places = new Map([...columns.keys()].map((key, at) => [key, at]));
  const height = Math.max(0, ...lists.map(({ length }) => length));
  const rows = Array.from(
    { length: height },
    (_, row): Row => lists.map((words) => shown('plain', words[row])),
  );
  return {
    sheet: { name: sheetName, hidden: true, widths: lists.map(() => 24), rows, highlights: [] },
    rangeOf: (words) => {
      const column = columnLetter((places.get(keyOf(words)) ?? 0) + 1);
      return reference(sheetName, `$${column}$1:$${column}$${words.length}`);
    },
  };
}

function wordsOf(check: Check): readonly string[] {
  switch (check.kind) {
    case 'list':
    case 'number':
    case 'date':
      return check.words;
    case 'anything':
    case 'length':
      return [];
  }
}

function keyOf(words: readonly string[]): string {
  return JSON.stringify(words);
}
