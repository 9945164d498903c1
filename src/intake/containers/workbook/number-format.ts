import { SSF } from '@e965/xlsx';
import type { SpecialCell } from '../../columns/layout.js';

/** From which day a workbook counts: 1900, or 1904 where it came from an old Macintosh. */
export type DateSystem = 1900 | 1904;

/** What the number in a cell stands for. */
export type FormatKind = 'plain' | 'percent' | 'date' | 'time';

/** A date as the library takes it apart; in no zone, since a cell has none. */
interface DateParts {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
}

interface Formatter {
  readonly is_date: (format: string) => boolean;
  readonly parse_date_code: (
    serial: number,
    options: { readonly date1904: boolean },
  ) => DateParts | null | undefined;
  readonly format: (format: string, value: number, options: { readonly date1904: boolean }) => string;
}

const formatter: Formatter = SSF;

export function formatKind(format: string): FormatKind {
  const signs = bare(format);
  if (formatter.is_date(format)) return /[yd]|m{3}/i.test(signs) ? 'date' : 'time';
  return signs.includes('%') ? 'percent' : 'plain';
}

/** Without texts, escapes, colours and places. */
function bare(format: string): string {
  return format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
}

/**
 * A date, a time of day, or both, by the workbook's own count and in no zone. It is shown as its format has it only where
 * that names the month: whether `02/03` was February the workbook leaves to the machine that opens it.
 */
export function dateCell(
  serial: number,
  kind: 'date' | 'time',
  format: string,
  system: DateSystem,
): SpecialCell | undefined {
  const options = { date1904: system === 1904 };
  const parts = formatter.parse_date_code(serial, options);
  if (parts === null || parts === undefined || serial < 0) return undefined;
  const { y, m, d, H, M, S } = parts;
  if (kind === 'time') {
    const hours = /\[h+\]/i.test(format) ? Math.floor(serial) * 24 + H : H;
    const time = `${two(hours)}:${two(M)}:${two(S)}`;
    return { kind: 'date', iso: time, shown: time };
  }
  const date = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`;
  const time = H + M + S === 0 ? '' : `${two(H)}:${two(M)}:${two(S)}`;
  const iso = time === '' ? date : `${date}T${time}`;
  return { kind: 'date', iso, shown: shownDate(serial, format, options) ?? iso.replace('T', ' ') };
}

function shownDate(
  serial: number,
  format: string,
  options: { readonly date1904: boolean },
): string | undefined {
  if (!/m{3}/i.test(bare(format))) return undefined;
  try {
    return formatter.format(format, serial, options);
  } catch {
    // A format that the library does not know.
    return undefined;
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
