import { Buffer } from 'node:buffer';
import { type BookType, type CellObject, CFB, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';

export type Value = string | number | boolean | null | CellObject;

export interface MadeSheet {
  readonly rows: readonly (readonly Value[])[];
  readonly hidden?: boolean;
  /** Ranges of merged cells, as `A1:B2`. */
  readonly merges?: readonly string[];
}

/** A workbook of some sheets, in the format that is asked for. */
export function workbook(
  sheets: Readonly<Record<string, MadeSheet | MadeSheet['rows']>>,
  { type = 'xlsx', date1904 = false }: { readonly type?: BookType; readonly date1904?: boolean } = {},
): Buffer {
  const book: WorkBook = utils.book_new();
  const made = Object.entries(sheets).map(([name, sheet]) => ({
    name,
    ...('rows' in sheet ? sheet : { rows: sheet }),
  }));
  for (const { name, rows, merges = [] } of made) {
    const sheet: WorkSheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = {
    WBProps: { date1904 },
    Sheets: made.map(({ name, hidden }) => ({ name, Hidden: hidden === true ? 1 : 0 })),
  };
  return Buffer.from(write(book, { type: 'buffer', bookType: type, compression: true }));
}

/** A zip archive of these parts. */
export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const archive: unknown = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(parts)) {
    CFB.utils.cfb_add(archive, path, Buffer.from(content), { unsafe: true });
  }
  return Buffer.from(CFB.write(archive, { type: 'buffer', fileType: 'zip', compression: true }));
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** An xlsx file with one sheet of this XML, as other programs may write it. */
export function rawXlsx(sheetData: string, more: Readonly<Record<string, string>> = {}): Buffer {
  return zip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  });
}

/** An ods file with one sheet of this XML. */
export function rawOds(rows: string): Buffer {
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml':
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:body><office:spreadsheet><table:table table:name="Data">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
  });
}

/** A row of an ods sheet. */
export function odsRow(...cells: readonly string[]): string {
  return `<table:table-row>${cells.map((cell) => (cell.startsWith('<') ? cell : `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`)).join('')}</table:table-row>`;
}
