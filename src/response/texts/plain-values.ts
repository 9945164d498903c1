import { fold } from '../../questionnaire/non-answer-words.js';

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const isoTime = /^([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;

/** The number that a text is: decimal digits with a point, an exponent if need be; nothing infinite, no separators. */
export function decimalOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (!decimal.test(trimmed)) return undefined;
  const number = Number(trimmed);
  // -0 would not be equal to the 0 that JSON makes of it.
  return Number.isFinite(number) ? number + 0 : undefined;
}

/** The number as a text that is read back as the same number, without an exponent where it can be. */
export function nearDecimal(text: string): string | undefined {
  const bare = text.trim().replace(/[\s'’_%€$£]/gu, '');
  const candidates = [bare, bare.replace(/,(?=\d{3}\b)/g, ''), bare.replace(',', '.')];
  if (/^[+-]?\d+,\d+$/.test(bare)) return candidates[2];
  return candidates.find((candidate) => decimalOf(candidate) !== undefined);
}

const truths: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['y', true],
  ['true', true],
  ['1', true],
  ['no', false],
  ['n', false],
  ['false', false],
  ['0', false],
]);

/** yes/no, y/n, true/false or 1/0, in any case. */
export function yesNoOf(text: string): boolean | undefined {
  return truths.get(fold(text));
}

/** Whether it is an ISO 8601 date, `2026-11-23`, that the calendar has. */
export function isDate(text: string): boolean {
  const match = isoDate.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** A date of the calendar, alone or with a time of day and its offset: `2026-11-23T10:00:00Z`, the `T` being a space in some exports. */
export function dateOrTimeOf(text: string): string | undefined {
  const trimmed = text.trim();
  const date = trimmed.slice(0, 10);
  if (!isDate(date)) return undefined;
  if (trimmed.length === 10) return trimmed;
  const time = trimmed.slice(11);
  return (trimmed[10] === 'T' || trimmed[10] === ' ') && isoTime.test(time) ? `${date}T${time}` : undefined;
}

/** When that is, in milliseconds; without an offset it is taken as UTC, so that it is the same on every machine. */
export function instantOf(dateOrTime: string): number {
  const isBare = dateOrTime.length > 10 && !/(?:Z|[+-]\d\d:\d\d)$/.test(dateOrTime);
  return Date.parse(isBare ? `${dateOrTime}Z` : dateOrTime);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
