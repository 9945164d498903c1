import { figure } from '../figures.js';

/** The first of those for whom a figure is greatest, where there are any; `name` says so where it is not alone. */
export function greatest<T extends { readonly label: string }>(
  items: readonly T[],
  figure: (item: T) => number,
): (T & { readonly name: string }) | undefined {
  const most = Math.max(...items.map(figure));
  const [first, ...others] = items.filter((item) => figure(item) === most);
  if (first === undefined) return undefined;
  return { ...first, name: others.length === 0 ? first.label : `${first.label}, among others,` };
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
