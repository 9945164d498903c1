import { insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility';
import type { WorkbookFeature } from './properties.js';
import { element } from './xml.js';

const sheetFile = 'xl/worksheets/sheet{id}.xml';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Where a sheet's table stands, with its row of headings. */
export interface MarkedTable {
  /** Letters, digits and `_`, told apart within the workbook in any case of letters. */
  readonly name: string;
  /** Such as `A3:F40`. */
  readonly range: string;
  /** The texts in its first row, as the cells hold them: none empty, none twice in any case of letters. */
  readonly headings: readonly string[];
}

/**
 * Marks what on a sheet is its table, so that screen readers and programs tell its headings from its figures, and both from
 * the text around them (ECMA-376 part 1, 18.5). One a sheet, in the order of the sheets; none where there is nothing to mark.
 */
export function markedTables(tables: readonly (MarkedTable | undefined)[]): WorkbookFeature {
  const written = tables.flatMap((table, at) =>
    table === undefined ? [] : [{ file: `xl/tables/table${at + 1}.xml`, xml: tableXml(table, at + 1) }],
  );
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () =>
            written
              .map(({ file }) =>
                element('Override', {
                  PartName: `/${file}`,
                  ContentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml',
                }),
              )
              .join(''),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetIndex }) =>
            tables[sheetIndex] === undefined
              ? ''
              : element('Relationship', {
                  Id: 'rId-milepost-table',
                  Type: `${relationships}/table`,
                  Target: `../tables/table${sheetIndex + 1}.xml`,
                }),
        },
        [sheetFile]: {
          transform: (xml, _options, { sheetIndex }) =>
            tables[sheetIndex] === undefined
              ? xml
              : insertElementMarkupAccordingToOrderOfSiblings(
                  xml,
                  element(
                    'tableParts',
                    { count: 1 },
                    element('tablePart', { 'xmlns:r': relationships, 'r:id': 'rId-milepost-table' }),
                  ),
                  // It comes last of all that is written.
                  [],
                  'worksheet',
                ),
        },
      },
      write: { files: () => Object.fromEntries(written.map(({ file, xml }) => [file, xml])) },
    },
  };
}

function tableXml({ name, range, headings }: MarkedTable, id: number): string {
  const columns = headings.map((heading, at) =>
    element('tableColumn', { id: at + 1, name: heading.replaceAll('\n', '_x000a_') }),
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${element(
    'table',
    { xmlns: main, id, name, displayName: name, ref: range, totalsRowShown: 0 },
    element('tableColumns', { count: headings.length }, columns.join('')),
  )}`;
}

/** Headings that a marked table can have: a number behind those that were there before, in any case of letters. */
export function distinctHeadings(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text, at) => {
    const base = text.trim() === '' ? `Column ${at + 1}` : text;
    let heading = base;
    for (let nth = 2; taken.has(heading.toLowerCase()); nth += 1) heading = `${base} (${nth})`;
    taken.add(heading.toLowerCase());
    return heading;
  });
}
