import { rule } from '../rule.js';
import { and, count, shown } from '../words.js';

type None = Record<string, never>;

/** Problems of returned workbooks, beyond those of the tables in them. */
export const workbookRules = {
  'workbook-unreadable': rule<{ detail: string }>({
    severity: 'error',
    text: ({ detail }) => `the workbook cannot be read: ${detail}`,
    help: () =>
      'Open it in a spreadsheet and save it again as .xlsx or .ods, or ask for it to be sent again.',
  }),
  'workbook-encrypted': rule<None>({
    severity: 'error',
    text: () => 'the workbook is locked with a password, and nothing in it can be read',
    help: () => 'Open it with its password, and save it again without one.',
  }),
  'workbook-too-large': rule<{ what: string }>({
    severity: 'error',
    text: ({ what }) => `the workbook holds ${what}, which is more than is read`,
    help: () =>
      'Delete the rows and columns behind the answers, save, and try again; save a table that is truly so large as CSV.',
  }),
  'not-a-workbook': rule<{ found: string }>({
    severity: 'error',
    text: ({ found }) => `the file is ${found}, where a workbook or a text table is needed`,
    help: () => 'Responses are read from .xlsx, .xlsm, .ods, .xls, .csv, .tsv, .json and .jsonl files.',
  }),
  'workbook-by-name-only': rule<{ ending: string }>({
    severity: 'error',
    text: ({ ending }) =>
      `the file is no workbook, whatever its name: nothing in it is packed as in ${ending}`,
    help: () =>
      'Ask for it again, as it was saved; a table of text is read where its name ends in .csv or .tsv.',
  }),
  'workbook-without-table': rule<{ sheets: readonly string[]; example: string | undefined }>({
    severity: 'error',
    text: ({ sheets }) =>
      sheets.length === 0
        ? 'every sheet that is not hidden is empty: nothing was read'
        : `no sheet has a header with questions of this questionnaire, nor is one an export that is known: looked at ${and(sheets)}`,
    help: ({ example }) =>
      `Among a sheet’s first rows, one must hold the ids or the texts of questions${
        example === undefined ? '' : `, such as \`${example}\``
      }; what columns are called otherwise, a map says.`,
  }),
  'workbook-macros': rule<None>({
    severity: 'info',
    text: () => 'the workbook has macros, which are not run: cells hold what they held when it was saved',
  }),
  'workbook-links': rule<None>({
    severity: 'info',
    text: () =>
      'the workbook refers to other files, which are not opened: cells hold what they held when it was saved',
  }),
  'sheet-passed-over': rule<None>({
    severity: 'info',
    text: () =>
      'the sheet was passed over: none of its first rows is a header with questions, as another sheet has one',
  }),
  'sheet-hidden': rule<None>({
    severity: 'warning',
    text: () => 'the sheet is hidden and was not read, though it has a header with questions',
    help: () => 'If the responses in it count, show the sheet and save the workbook; if not, delete it.',
  }),
  'cells-merged': rule<{ range: string; merges: number }>({
    severity: 'warning',
    text: ({ range, merges }) =>
      `${
        merges === 1
          ? `the cells ${range} are merged`
          : `${count(merges, 'group')} of cells are merged, the first ${range}`
      }: what stands in them belongs to the first cell, and the others are blank`,
    help: () => 'If it holds for all of them, unmerge the cells and write it into each.',
  }),
  'cells-with-notes': rule<{ cells: number }>({
    severity: 'info',
    text: ({ cells }) =>
      `${count(cells, 'cell')} ${cells === 1 ? 'has a note' : 'have notes'} pinned to ${cells === 1 ? 'it' : 'them'}, which ${cells === 1 ? 'is' : 'are'} not read`,
    help: ({ cells }) =>
      cells === 1
        ? 'Write it into the column `<question>__note`.'
        : 'Write them into columns `<question>__note`.',
  }),
  'form-unreadable': rule<{ detail: string }>({
    severity: 'error',
    text: ({ detail }) => `the form cannot be read: ${detail}`,
    help: () => 'Copy the answers into a form that is whole, by hand, and read that.',
  }),
  'form-cells-missing': rule<{ sheets: readonly string[]; cells: number }>({
    severity: 'error',
    text: ({ sheets, cells }) =>
      `${count(cells, 'cell')} of the form ${cells === 1 ? 'is' : 'are'} not where ${cells === 1 ? 'it was' : 'they were'}${
        sheets.length === 0 ? '' : `, on ${sheets.length === 1 ? 'the sheet' : 'the sheets'} ${and(sheets)}`
      }: was a sheet deleted, or renamed and saved by a program that loses names?`,
    help: () => 'Give the sheets the names that they had, or copy the answers into a form that is whole.',
  }),
  'form-blank': rule<None>({
    severity: 'warning',
    text: () => 'nothing was filled in: the form was left out',
    help: () => 'Was the right file sent back, and was it saved?',
  }),
  'form-carried-over': rule<{ from: string; to: string }>({
    severity: 'info',
    text: ({ from, to }) =>
      `the form asks version ${from} of the questionnaire: its answers were carried over to ${to}, as the map says`,
  }),
  'follow-up-alone': rule<{ id: string }>({
    severity: 'error',
    text: ({ id }) =>
      `the form asks only for what response \`${id}\` left open, and says nothing without that: refused`,
    help: () =>
      'Give the file with the earlier response too, and merge them: `milepost import … --duplicates merge`.',
  }),
  'form-newer': rule<{ found: string }>({
    severity: 'error',
    text: ({ found }) =>
      `the form was made by a later Milepost, in a layout ${shown(found)} that is not known here`,
    help: () => 'Update Milepost, and read it again.',
  }),
};
