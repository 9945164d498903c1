import * as XLSX from '@e965/xlsx';

/** What is typed into a cell; `undefined` clears it. */
export type Typed = string | number | undefined;

/** A form with these cells typed over, by what they stand for: `owner`, `owner__note`, `tools_used.a`. */
export function fillIn(bytes: Uint8Array, typed: Readonly<Record<string, Typed>>): Uint8Array {
  const book = XLSX.read(bytes, { type: 'buffer', cellNF: true });
  const names = new Map((book.Workbook?.Names ?? []).map(({ Name, Ref }) => [Name, Ref]));
  for (const [target, value] of Object.entries(typed)) {
    const [, sheet = '', cell = ''] = /^'?(.*?)'?!(.*)$/.exec(names.get(`mp_${target}`) ?? '') ?? [];
    const cells = book.Sheets[sheet.replaceAll("''", "'")];
    if (cells === undefined) throw new Error(`the form has no cell for ${target}`);
    const at = cell.replaceAll('$', '');
    if (value === undefined) delete cells[at];
    else cells[at] = typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: value };
  }
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
}
