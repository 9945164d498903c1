import { formMap } from '../../../response/form/form-map.js';
import { shownCell } from '../../rows/special-cells.js';
import type { Book, Sheet } from './book.js';

/** What a cell of a form holds, and where. */
export interface MappedCell {
  readonly heading: string;
  readonly target: string;
  readonly sheet: string;
  readonly cell: string;
  /** The name in the workbook that goes with the cell, wherever it is. */
  readonly name: string;
}

/** What the hidden sheet of a form says: what form it is, and which cell holds what. */
export interface FormSheet {
  readonly sheet: string;
  readonly facts: ReadonlyMap<string, string>;
  /** What the questionnaire asked, packed. */
  readonly definition: readonly string[];
  readonly cells: readonly MappedCell[];
}

/** The hidden sheet by which our own form is known; none in a workbook that is none of our forms. */
export function formSheet({ sheets }: Book): FormSheet | undefined {
  const sheet = sheets.find(({ name }) => name === formMap.sheet);
  return sheet === undefined ? undefined : readMap(sheet);
}

/** Pairs of a key and its value, then a table with a header of its own. */
function readMap(map: Sheet): FormSheet {
  const rows = map.rows.map((row) => map.cells(row).map((cell) => shownCell(cell).trim()));
  const head = rows.findIndex(([first]) => first === formMap.columns[0]);
  const header = rows[head] ?? [];
  const facts = rows.slice(0, head < 0 ? rows.length : head);
  const [target, option, sheet, cell, name] = formMap.columns.map((title) => header.indexOf(title));
  const textAt = (row: readonly string[], at: number | undefined) => row[at ?? -1] ?? '';
  return {
    sheet: map.name,
    facts: new Map(facts.map(([key = '', value = '']) => [key, value])),
    definition: facts.find(([key]) => key === formMap.definition)?.slice(1) ?? [],
    cells: (head < 0 ? [] : rows.slice(head + 1)).map((row) => {
      const chosen = textAt(row, option);
      return {
        heading: chosen === '' ? textAt(row, target) : `${textAt(row, target)}.${chosen}`,
        target: textAt(row, target),
        sheet: textAt(row, sheet),
        cell: textAt(row, cell),
        name: textAt(row, name),
      };
    }),
  };
}
