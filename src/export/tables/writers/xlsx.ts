import type { Table } from '../table.js';
import type { TableDocument } from '../table-document.js';
import type { TableFormat } from '../table-format.js';

/** The library that writes workbooks is loaded with the first one. */
async function write(document: TableDocument): Promise<Uint8Array> {
  const { tableWorkbook } = await import('./workbook/write.js');
  return tableWorkbook(document);
}

export const xlsx = {
  name: 'xlsx',
  extensions: ['xlsx'],
  describe: 'A workbook with a sheet a table, and one that says what figures were made of.',
  binary: true,
  write: (table: Table) => write({ tables: [table] }),
  writeDocument: write,
} satisfies TableFormat;
