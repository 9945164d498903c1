import { unitKey } from '../comparison.js';
import type { UnitPlace } from '../unit-places.js';

/** Which figures must not be shown, by their keys. */
export type Hidden = ReadonlySet<string>;

/** What tells figures of units apart: what kind of figure, whose, and the ids of what it is about, such as a node or a question. */
export function figureKey(kind: string, whose: UnitPlace, ...about: readonly string[]): string {
  return `${kind} ${JSON.stringify(about)} ${unitKey(whose)}`;
}

/** Whether a figure is among those that must not be shown. */
export function isHidden(
  hidden: Hidden,
  kind: string,
  whose: UnitPlace,
  ...about: readonly string[]
): boolean {
  return hidden.size > 0 && hidden.has(figureKey(kind, whose, ...about));
}
