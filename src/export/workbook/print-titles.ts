import { findElement, replaceElement } from 'write-excel-file/utility';
import { columnLetter } from '../../finding/words.js';
import type { WorkbookFeature } from './properties.js';
import { element } from './xml.js';

/** What every page of a sheet begins with when it is printed. */
export interface PrintTitles {
  /** The name of the sheet. */
  readonly sheet: string;
  /** So many columns from the first on. */
  readonly columns: number;
  /** From 1. */
  readonly rows: { readonly from: number; readonly to: number };
}

/** Cells of a sheet, as formulas name them. */
export function reference(sheet: string, range: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${range}`;
}

/** The defined name that a workbook has for it; `at` is the place of the sheet, from 0. */
export function printTitlesName({ sheet, columns, rows }: PrintTitles, at: number): string {
  const ranges = [...(columns > 0 ? [`$A:$${columnLetter(columns)}`] : []), `$${rows.from}:$${rows.to}`];
  return element(
    'definedName',
    { name: '_xlnm.Print_Titles', localSheetId: at },
    undefined,
    ranges.map((range) => reference(sheet, range)).join(','),
  );
}

/** Headings that are printed again on every page, one a sheet in the order of sheets. */
export function printTitles(sheets: readonly (PrintTitles | undefined)[]): WorkbookFeature {
  const names = sheets.flatMap((titles, at) => (titles === undefined ? [] : [printTitlesName(titles, at)]));
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) => {
            const list = findElement(xml, 'definedNames');
            if (list === undefined) throw new Error('the workbook has no place for names');
            return replaceElement(xml, list, element('definedNames', {}, names.join('')));
          },
        },
      },
    },
  };
}
