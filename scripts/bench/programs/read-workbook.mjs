// Reads a workbook with SheetJS alone, as intake has it read, and prints the number of its rows: node read-workbook.mjs FILE
import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';

const { Sheets, SheetNames } = read(readFileSync(process.argv[2]), {
  dense: true,
  cellNF: true,
  cellFormula: true,
  sheetStubs: true,
  cellText: false,
  cellHTML: false,
});
console.log(Sheets[SheetNames[0]]['!data'].length);
