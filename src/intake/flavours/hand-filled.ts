import type {
  CellConventions,
  Heading,
  HeadingUse,
  Layout,
  SourceCell,
  TableHead,
  TurnedLayout,
} from '../columns/layout.js';
import type { NameIndex } from '../columns/name-index.js';
import type { Flavour } from './flavour.js';
import { isAside, isComments } from './hand-filled/beside.js';
import { turnSheet } from './hand-filled/turned-sheet.js';
import { headingText, namesOf } from './heading-text.js';

/**
 * A sheet that people made: the questions' texts as the headings of columns, or one below the other with a response a
 * column. It is one if its first row, or a column, names at least half of the questions, or a column half of a head that is
 * not the whole table.
 */
export const handFilled: Flavour = {
  name: 'hand-filled',
  recognise: (head, names) => {
    const inRow = questionsNamed(head.rows[0]?.cells ?? [], names);
    const column = mostNaming(columnsOf(head), names);
    if (inRow >= column.named) return isHalf(inRow, names.questions) ? wide(head, 0, names) : undefined;
    const enough =
      isHalf(column.named, names.questions) || (!head.whole && isHalf(column.named, head.rows.length));
    return enough ? turned(names) : undefined;
  },
  layOut: (head, names) => {
    const row = mostNaming(
      head.rows.map(({ cells }) => cells),
      names,
    );
    const column = mostNaming(columnsOf(head), names);
    return row.named >= column.named ? wide(head, row.at, names) : turned(names);
  },
};

const handCells: CellConventions = { joins: [',', '/', '+', '&', '•'] };

function turned(names: NameIndex): TurnedLayout {
  return { turn: (lines) => turnSheet(lines, names, handCells) };
}

/** The cells that name the most questions, and how many. */
function mostNaming(
  lists: readonly (readonly SourceCell[])[],
  names: NameIndex,
): { readonly at: number; readonly named: number } {
  let best = { at: 0, named: 0 };
  for (const [at, cells] of lists.entries()) {
    const named = questionsNamed(cells, names);
    if (named > best.named) best = { at, named };
  }
  return best;
}

function questionsNamed(cells: readonly SourceCell[], names: NameIndex): number {
  const named = new Set<string>();
  for (const cell of cells) {
    for (const name of namesOf(cell)) {
      const target = names.find(name);
      if (target?.kind === 'question') named.add(target.question.id);
    }
  }
  return named.size;
}

function columnsOf({ rows }: TableHead): readonly (readonly SourceCell[])[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, at) => rows.map(({ cells }) => cells[at] ?? ''));
}

function isHalf(part: number, whole: number): boolean {
  return part > 0 && part * 2 >= whole;
}

function wide({ rows }: TableHead, place: number, names: NameIndex): Layout {
  const header = rows[place];
  const cells = header?.cells ?? [];
  const comments = cells.filter((cell) => isComments(headingText(cell))).length;
  const use = (cell: SourceCell, at: number): HeadingUse => {
    const text = headingText(cell);
    if (isAside(text) && names.find(text) === undefined) return { kind: 'tool' };
    // A column of comments by itself may be about everything; if there are more, each is about the question before it.
    const about = isComments(text) && comments > 1 ? names.find(headingText(cells[at - 1])) : undefined;
    return about?.kind === 'question'
      ? { kind: 'named', names: [`${about.question.id}__note`] }
      : { kind: 'named', names: namesOf(cell) };
  };
  return {
    headings: cells.map((cell, at): Heading => ({ at, text: headingText(cell), use: use(cell, at) })),
    firstRow: place + 1,
    headingLine: header?.line ?? 1,
    cells: handCells,
  };
}
