import type { Heading, Layout, TableHead } from '../columns/layout.js';
import { plainCells } from '../columns/layout.js';
import type { NameIndex } from '../columns/name-index.js';
import { shownCell } from '../rows/special-cells.js';
import type { Flavour } from './flavour.js';

/** Our own form: a header of ids, in which an option of a question with several answers has a column, `data_tools.catalogue`. */
export const form: Flavour = {
  name: 'form',
  recognise: (head, names) => (hasOptions(head, names) ? layOut(head) : undefined),
  layOut,
};

function hasOptions({ rows: [header] }: TableHead, names: NameIndex): boolean {
  return (
    header?.cells.some((cell) => {
      const [question, option] = parts(shownCell(cell));
      return option !== undefined && names.byId(question)?.kind === 'question';
    }) ?? false
  );
}

function layOut({ rows: [header] }: TableHead): Layout {
  return {
    headings: (header?.cells ?? []).map((cell, at): Heading => {
      const text = shownCell(cell).trim();
      const [question, option] = parts(text);
      const use: Heading['use'] =
        option === undefined
          ? { kind: 'named', names: [question] }
          : { kind: 'option', names: [question], option: [option] };
      return { at, text, use };
    }),
    firstRow: 1,
    headingLine: header?.line ?? 1,
    cells: plainCells,
  };
}

/** What stands before the point, and behind it. */
function parts(heading: string): readonly [question: string, option?: string] {
  const text = heading.trim();
  const point = text.indexOf('.');
  return point < 0 ? [text] : [text.slice(0, point), text.slice(point + 1)];
}
