import { exampleId } from '../../response/form/example-id.js';
import { type Layout, plainCells, type SourceCell, type TableHead } from '../columns/layout.js';
import type { NameIndex } from '../columns/name-index.js';
import type { Flavour } from './flavour.js';

/** One row a response below a header of ids, as docs/format.md has it. */
export const canonical: Flavour = {
  name: 'canonical',
  recognise: (head, names) => (isHeaderOfIds(head, names) ? layOut(head) : undefined),
  layOut,
};

function isHeaderOfIds({ rows: [header] }: TableHead, names: NameIndex): boolean {
  return header?.cells.some((cell) => names.byId(textOf(cell))?.kind === 'question') ?? false;
}

function layOut({ rows: [header] }: TableHead): Layout {
  const idAt = header?.cells.findIndex((cell) => textOf(cell) === 'response_id') ?? -1;
  return {
    headings: (header?.cells ?? []).map((cell, at) => {
      const text = textOf(cell);
      const [first = ''] = text.split(/[\r\n]/, 1);
      return { at, text: text.replace(/\s+/g, ' '), use: { kind: 'named', names: [text, first] } };
    }),
    firstRow: 1,
    headingLine: header?.line ?? 1,
    cells: plainCells,
    leavesOut: (cells) => (idAt >= 0 && textOf(cells[idAt] ?? '') === exampleId ? 'example' : undefined),
  };
}

function textOf(cell: SourceCell): string {
  return typeof cell === 'string' ? cell.trim() : '';
}
