import type { Value, ValueType } from './type.js';

/** What a name stands for: its type, and how its value is read from the frame F; `undefined` is no value. */
export interface Name<F> {
  readonly type: ValueType;
  readonly read: (frame: F) => Value | undefined;
}

/** What stands before the dot: `answers`, `scores`. */
export interface Root<F> {
  /** What could be meant, for suggestions. */
  readonly names: () => Iterable<string>;
  /** The name, or why it cannot be used here, or nothing where there is none. */
  readonly resolve: (name: string) => Name<F> | { readonly refused: string } | undefined;
}

/** All names that an expression may use. */
export interface Scope<F> {
  readonly roots: Readonly<Record<string, Root<F>>>;
  /** Names that stand by themselves, such as `value`. */
  readonly words?: ReadonlyMap<string, Name<F>>;
}

/** The root of that name, never one that every object inherits. */
export function rootOf<F>(scope: Scope<F>, name: string): Root<F> | undefined {
  return Object.hasOwn(scope.roots, name) ? scope.roots[name] : undefined;
}
