import { figure } from '../figures.js';

/** The first of those for whom a figure is greatest, where there are any. */
export function greatest<T>(items: readonly T[], figure: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (best, item) => (best === undefined || figure(item) > figure(best) ? item : best),
    undefined,
  );
}

/** A difference of rounded figures, without what doubles add to it. */
export function difference(from: number, to: number): number {
  return Number((to - from).toPrecision(12));
}

export function fromTo(from: number, to: number, digits: number | undefined): string {
  return `from ${figure(from, digits)} to ${figure(to, digits)}`;
}

/** `1 row`, `2 rows`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
