import { suggest } from '../../finding/suggest.js';
import type { Session } from '../session.js';
import { normalised, textsOf } from './name-index.js';

/** The id that a heading was most likely meant for, among those that have no column yet: by id, or by the words of a text. */
export function nearestTarget(
  { targets }: Session,
  heading: string,
  absent: readonly string[],
): string | undefined {
  const near = suggest(heading, absent);
  if (near !== undefined) return near;
  const byText = new Map<string, string>();
  for (const id of absent) {
    const target = targets.get(id);
    for (const text of target === undefined ? [] : textsOf(target)) byText.set(normalised(text), id);
  }
  const text = suggest(normalised(heading), byText.keys());
  return text === undefined ? undefined : byText.get(text);
}
