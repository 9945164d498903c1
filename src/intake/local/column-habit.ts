import { type Finding, finding } from '../../finding/finding.js';
import type { Spot } from '../../response/reading/read-answer.js';
import type { DateOrder } from './date-orders.js';
import { isLocalDate, isoFrom, isoFromYearFirst, orderShown } from './dates.js';
import { type DecimalMark, decimalFrom, hasComma, markShown } from './numbers.js';

/**
 * How dates of a file, or the numbers of a column, are written, where that differs from place to place. It is settled by
 * the first cell that shows it, and never guessed.
 */
export type Habit =
  | { readonly kind: 'date'; order: DateOrder | undefined }
  | { readonly kind: 'number'; mark: DecimalMark | undefined };

/** Notes what a cell shows, and says whether it can be read by now. */
export function noteCell(habit: Habit, text: string): boolean {
  if (habit.kind === 'date') habit.order ??= orderShown(text);
  else habit.mark ??= markShown(text);
  return !isUndecided(habit, text);
}

/** Whether a cell cannot be read since nothing has shown yet what it means. */
export function isUndecided(habit: Habit, text: string): boolean {
  return habit.kind === 'date'
    ? habit.order === undefined && isLocalDate(text)
    : habit.mark === undefined && hasComma(text);
}

/** The cell as it is written everywhere; as it is, where it is nothing of the kind; or what keeps it from being read. */
export function plainCell(habit: Habit, text: string, { place, name }: Spot): string | Finding {
  if (isUndecided(habit, text)) {
    const rule = habit.kind === 'date' ? 'date-order-unknown' : 'decimal-mark-unknown';
    return finding(rule, place, { name, found: text.trim() });
  }
  if (habit.kind === 'date') {
    const iso = habit.order === undefined ? undefined : isoFrom(text, habit.order);
    return iso ?? isoFromYearFirst(text) ?? text;
  }
  return (habit.mark === undefined ? undefined : decimalFrom(text, habit.mark)) ?? text;
}

/** The cell so that it can be read without the others of its column: as it is, where it shows by itself how it is written. */
export function plainAlone(habit: Habit, text: string): string {
  if (habit.kind === 'date') {
    const isOpen = isLocalDate(text) && orderShown(text) === undefined;
    return (isOpen && habit.order !== undefined ? isoFrom(text, habit.order) : undefined) ?? text;
  }
  const isOpen = hasComma(text) && markShown(text) === undefined;
  return (isOpen && habit.mark !== undefined ? decimalFrom(text, habit.mark) : undefined) ?? text;
}
