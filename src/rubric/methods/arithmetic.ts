import type { CountedChild } from './method.js';

/** A figure as it stands in a formula: the shortest text of the double, in brackets where its sign could be misread. */
export function figure(x: number): string {
  return x < 0 ? `(${String(x)})` : String(x);
}

/** `w × term`, or the term alone where the weight is 1. */
export function times(weight: number, term: string): string {
  return weight === 1 ? term : `${figure(weight)} × ${term}`;
}

/** `a + b + c` */
export function added(terms: readonly string[]): string {
  return terms.join(' + ');
}

/** The terms added up, in brackets where there are several, to stand in a product or a quotient. */
export function grouped(terms: readonly string[]): string {
  return terms.length > 1 ? `(${added(terms)})` : added(terms);
}

/** `name(3, 4)` */
export function listed(name: string, children: readonly CountedChild[]): string {
  return `${name}(${weighty(children)
    .map(({ score }) => String(score))
    .join(', ')})`;
}

/** The children that count: a weight of 0 is not at all. */
export function weighty<C extends { readonly weight: number }>(children: readonly C[]): readonly C[] {
  return children.filter(({ weight }) => weight > 0);
}

/** Whether every child counts once. */
export function isUnweighted(children: readonly CountedChild[]): boolean {
  return children.every(({ weight }) => weight === 1);
}

/** Σw, in the order of the children. */
export function totalWeight(children: readonly CountedChild[]): number {
  return children.reduce((sum, { weight }) => sum + weight, 0);
}
