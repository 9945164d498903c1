import {
  findElement,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
} from 'write-excel-file/utility';
import { printTitlesName, reference } from '../../workbook/print-titles.js';
import { documentProperties, type WorkbookFeature } from '../../workbook/properties.js';
import { element } from '../../workbook/xml.js';
import { a1, type FormLayout, fixed, type Sheet } from './layout.js';
import type { Lists } from './lists.js';
import { mappedCells } from './map-sheet.js';
import { pagesOf } from './pages.js';
import { validationsXml } from './validations.js';

const sheetFile = 'xl/worksheets/sheet{id}.xml';

/** What the library does not write by itself, each by the interface that it has for that. */
export function formFeatures(
  { title, language, sheets }: FormLayout,
  lists: Lists,
): readonly WorkbookFeature[] {
  return [
    protection(sheets),
    sheetParts(title, sheets, lists),
    computedValues(sheets),
    workbookParts(sheets),
    documentProperties(title, language),
  ];
}

/**
 * Locks every cell but those to be filled in, without a password. A style of the library comes to be two, the second one
 * unlocked: a cell with the style n refers to 2n, or to 2n + 1.
 */
function protection(sheets: readonly Sheet[]): WorkbookFeature {
  const open = sheets.map(
    ({ rows }) =>
      new Set(
        rows.flatMap((cells, row) =>
          cells.flatMap((cell, column) => (cell?.reads?.check === undefined ? [] : [a1({ row, column })])),
        ),
      ),
  );
  return {
    files: {
      transform: {
        [sheetFile]: {
          transformElementAttributes: (tag, attributes, _index, _options, { sheetIndex }) => {
            if (tag !== 'c') return attributes;
            const unlocked = open[sheetIndex]?.has(String(attributes.r)) === true;
            return { ...attributes, s: String(2 * Number(attributes.s ?? 0) + (unlocked ? 1 : 0)) };
          },
        },
        'xl/styles.xml': {
          transform: (xml) =>
            xml.replace(/<cellXfs[^>]*>(.*?)<\/cellXfs>/s, (_, formats: string) => {
              const each = [...formats.matchAll(/<xf ?([^>]*?)(?:\/>|>(.*?)<\/xf>)/gs)];
              const both = each.flatMap(([, attributes = '', inner = '']) => {
                const applied = attributes.trim();
                const unlocked = `${inner}<protection locked="0"/>`;
                return [
                  `<xf ${applied}>${inner}</xf>`,
                  `<xf ${applied} applyProtection="1">${unlocked}</xf>`,
                ];
              });
              return `<cellXfs count="${both.length}">${both.join('')}</cellXfs>`;
            }),
        },
      },
    },
  };
}

/** Protection, rules of cells, and how a sheet is printed. */
function sheetParts(title: string, sheets: readonly Sheet[], lists: Lists): WorkbookFeature {
  const order = getOrderOfSiblings(sheetFile, 'worksheet') ?? [];
  return {
    files: {
      transform: {
        [sheetFile]: {
          transformElementAttributes: (tag, attributes, _index, _options, { sheetIndex }) => {
            switch (tag) {
              case 'pageSetup':
                return { ...attributes, ...pagesOf(sheets[sheetIndex]) };
              case 'pageMargins':
                return { ...attributes, left: 0.4, right: 0.4, top: 0.5, bottom: 0.6 };
              case 'row': {
                // A height that nobody chose: it grows with what is typed.
                const { customHeight: _, ...rest } = attributes;
                return rest;
              }
              default:
                return attributes;
            }
          },
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            const parts = [
              element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
              // Rows and columns may be made larger.
              element('sheetProtection', {
                sheet: 1,
                objects: 1,
                scenarios: 1,
                formatColumns: 0,
                formatRows: 0,
              }),
              sheet === undefined ? '' : validationsXml(sheet, lists),
              sheet?.hidden === false ? element('headerFooter', {}, footer(title)) : '',
            ];
            return parts
              .filter((part) => part !== '')
              .reduce(
                (whole, part) =>
                  insertElementMarkupAccordingToOrderOfSiblings(whole, part, order, 'worksheet'),
                xml,
              );
          },
        },
      },
    },
  };
}

function footer(title: string): string {
  const text = title
    .slice(0, 120)
    .replace(/[\ud800-\udbff]$/, '')
    .replaceAll('&', '&&');
  return element('oddFooter', {}, undefined, `&L${text}&R&A, &P / &N`);
}

/** Writes what formulas come to beside them, for programs that do not work them out when they open a file. */
function computedValues(sheets: readonly Sheet[]): WorkbookFeature {
  const values = sheets.map(
    ({ rows }) =>
      new Map(
        rows.flatMap((cells, row) =>
          cells.flatMap((cell, column): [string, string | number][] =>
            cell?.content.kind === 'formula' ? [[a1({ row, column }), cell.content.shown]] : [],
          ),
        ),
      ),
  );
  return {
    files: {
      transform: {
        [sheetFile]: {
          transformElementAttributes: (tag, attributes, _index, _options, { sheetIndex }) =>
            tag === 'c' && typeof values[sheetIndex]?.get(String(attributes.r)) === 'string'
              ? { ...attributes, t: 'str' }
              : attributes,
          transform: (xml, _options, { sheetIndex }) =>
            xml.replace(
              /(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f>)<\/c>/g,
              (whole, start: string, cell: string) => {
                const value = values[sheetIndex]?.get(cell);
                return value === undefined
                  ? whole
                  : `${start}${element('v', {}, undefined, String(value))}</c>`;
              },
            ),
        },
      },
    },
  };
}

/** Hidden sheets, names of cells, what is printed on every page, and that sheets keep their names and places. */
function workbookParts(sheets: readonly Sheet[]): WorkbookFeature {
  const names = [
    ...sheets.flatMap(({ name, frozen }, i) =>
      frozen === undefined
        ? []
        : [printTitlesName({ sheet: name, columns: frozen.columns, rows: { from: 1, to: frozen.rows } }, i)],
    ),
    ...mappedCells(sheets).map(({ name, sheet, at }) =>
      element('definedName', { name }, undefined, reference(sheet, fixed(at))),
    ),
  ];
  const order = ['fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets'];
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transformElementAttributes: (tag, attributes, index) => {
            if (tag === 'calcPr') return { ...attributes, fullCalcOnLoad: 1 };
            const hidden = tag === 'sheet' && index !== undefined && sheets[index]?.hidden === true;
            return hidden ? { ...attributes, state: 'hidden' } : attributes;
          },
          transform: (xml) => {
            const protectedXml = insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              element('workbookProtection', { lockStructure: 1 }),
              order,
              'workbook',
            );
            const list = findElement(protectedXml, 'definedNames');
            if (list === undefined) throw new Error('the workbook has no place for names');
            return replaceElement(protectedXml, list, element('definedNames', {}, names.join('')));
          },
        },
      },
    },
  };
}
