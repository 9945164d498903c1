import { isoFrom } from './dates.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayFirst = /^(\d{1,2})[\s-]([a-z]{3})[a-z]*\.?(?:[\s-]\d{2,4})?$/i;
const monthFirst = /^([a-z]{3})[a-z]*\.?[\s-](\d{1,4})$/i;

/**
 * The ranges that a spreadsheet may have made a date of: `2-3` becomes `02-Mar` in one country and `03-Feb` in another,
 * `1-12` the first of December. Nothing where the text is no date.
 */
export function rangesMadeDate(text: string): readonly string[] {
  const pair = pairOf(text.trim());
  if (pair === undefined) return [];
  const [day, month] = pair;
  return day === month ? [`${day}-${month}`] : [`${day}-${month}`, `${month}-${day}`];
}

function pairOf(text: string): readonly [day: number, month: number] | undefined {
  const iso =
    /^\d{4}-(\d{2})-(\d{2})(?:T.*)?$/.exec(text) ?? /^\d{4}-(\d{2})-(\d{2})/.exec(isoFrom(text, 'dmy') ?? '');
  if (iso !== null) return [Number(iso[2]), Number(iso[1])];
  const named = dayFirst.exec(text);
  if (named !== null) return withMonth(named[1], named[2]);
  const turned = monthFirst.exec(text);
  return turned === null ? undefined : withMonth(turned[2], turned[1]);
}

/** The last two digits: `Mar-05` is `3-5`, and a spreadsheet may show it as the March of 2005. */
function withMonth(number = '', name = ''): readonly [number, number] | undefined {
  const month = months.indexOf(name.toLowerCase()) + 1;
  return month === 0 ? undefined : [Number(number) % 100, month];
}
