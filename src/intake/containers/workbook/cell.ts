import type { CellObject } from '@e965/xlsx';
import type { SourceCell } from '../../columns/layout.js';
import { type DateSystem, dateCell, type FormatKind, formatKind } from './number-format.js';

/** Cells that hold a fault of a formula, by the codes that workbooks have for them. */
const errors: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/** What LibreOffice makes of truths in an ods file: formulas that come to 1 or 0. */
const truths: ReadonlySet<string> = new Set(['TRUE()', 'FALSE()']);

/** What LibreOffice and Google write as the text of a formula that came to nothing. */
const errorText = /^(#(NULL|DIV\/0|VALUE|REF|NUM|SPILL|CALC|ERROR)!|#NAME\?|#N\/A|Err:\d{3})$/;

/**
 * Reads the cells of one workbook by what it holds: never by what a person would see, which depends on the machine. A
 * number is its shortest decimal, unless its format says that it stands for something else. A per cent sign stays: what
 * is typed as 50% is held as 0.5, and the cell does not say which of the two was asked for.
 */
export function cellReader(system: DateSystem): (cell: CellObject | undefined) => SourceCell {
  const kinds = new Map<string, FormatKind>();
  const kindOf = (format: string): FormatKind => {
    let kind = kinds.get(format);
    if (kind === undefined) {
      kind = formatKind(format);
      kinds.set(format, kind);
    }
    return kind;
  };
  const numberCell = (value: number, format: string): SourceCell => {
    const kind = kindOf(format);
    switch (kind) {
      case 'plain':
        return String(value);
      case 'percent':
        return `${Number((value * 100).toPrecision(15))}%`;
      case 'date':
      case 'time':
        return dateCell(value, kind, format, system) ?? String(value);
    }
  };
  return (cell) => {
    if (cell === undefined) return '';
    const { t: type, v: value, z: format } = cell;
    switch (type) {
      case 'n':
        if (typeof value !== 'number') return String(value ?? '');
        if (cell.f !== undefined && truths.has(cell.f)) return value === 0 ? 'false' : 'true';
        return format === undefined || format === 'General'
          ? String(value)
          : numberCell(value, String(format));
      case 's': {
        const text = String(value ?? '');
        return cell.f !== undefined && errorText.test(text) ? { kind: 'error', code: text } : text;
      }
      case 'b':
        return value === true ? 'true' : 'false';
      case 'e':
        return { kind: 'error', code: errors.get(value) ?? '#ERROR!' };
      case 'z':
        return cell.f === undefined && cell.F === undefined ? '' : { kind: 'uncomputed' };
      case 'd':
        return String(value ?? '');
    }
  };
}
