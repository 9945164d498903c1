import { dateOrTimeOf } from '../../response/texts/plain-values.js';

import type { DateOrder } from './date-orders.js';

interface Written {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  /** What follows the date. */
  readonly rest: string;
}

const written = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)[,\s]*(.*)$/s;

function partsOf(text: string): Written | undefined {
  const match = written.exec(text.trim());
  if (match === null) return undefined;
  const year = Number(match[4]);
  return {
    first: Number(match[1]),
    second: Number(match[3]),
    // As spreadsheets read years of two digits: 00 to 29 are of this century.
    year: match[4]?.length === 2 ? year + (year < 30 ? 2000 : 1900) : year,
    rest: match[5] ?? '',
  };
}

/** Whether a text is a date of which only the order of day and month is open. */
export function isLocalDate(text: string): boolean {
  return partsOf(text) !== undefined;
}

/** The order that a date shows: one of its numbers is no month. */
export function orderShown(text: string): DateOrder | undefined {
  const parts = partsOf(text);
  if (parts === undefined) return undefined;
  const { first, second } = parts;
  if (first > 12 && second <= 12) return 'dmy';
  return second > 12 && first <= 12 ? 'mdy' : undefined;
}

/** ISO 8601 from a date written in this order, with its time of day if it has one; nothing where it is no date. */
export function isoFrom(text: string, order: DateOrder): string | undefined {
  const parts = partsOf(text);
  if (parts === undefined) return undefined;
  const { first, second, year, rest } = parts;
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  const date = `${year}-${two(month)}-${two(day)}`;
  if (rest === '') return dateOrTimeOf(date);
  const time = timeOf(rest);
  return time === undefined ? undefined : dateOrTimeOf(`${date}T${time}`);
}

/** `2026/11/23 10:05:33 am GMT`, as some exports have it: the order is plain, the writing is not ISO 8601. */
export function isoFromYearFirst(text: string): string | undefined {
  const match = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[T\s]+(.*))?$/s.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', rest] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = rest === undefined || rest.trim() === '' ? '' : timeOf(rest.trim());
  if (time === undefined) return undefined;
  return dateOrTimeOf(time === '' ? date : `${date}T${time}`);
}

/** A time of day as 24 hours with seconds, and its offset where one is written as a number. */
function timeOf(text: string): string | undefined {
  const match =
    /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?m?\.?\s*(?:(Z|UTC|GMT|[A-Z]{3,4})?\s*([+-]\d{1,2}(?::?\d{2})?)?)$/i.exec(
      text.trim(),
    );
  if (match === null) return undefined;
  const [, hours = '', minutes = '', seconds = '00', half, zone, offset] = match;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  return `${two(hour)}:${minutes}:${seconds}${offsetOf(zone, offset)}`;
}

function offsetOf(zone: string | undefined, offset: string | undefined): string {
  if (offset !== undefined) {
    const [, sign = '+', hours = '', minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
    return `${sign}${hours.padStart(2, '0')}:${minutes}`;
  }
  return zone !== undefined && ['Z', 'UTC', 'GMT'].includes(zone.toUpperCase()) ? 'Z' : '';
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
