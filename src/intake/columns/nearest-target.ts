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
  const byText = new Map<string, string | undefined>();
  for (const id of absent) {
    const target = targets.get(id);
    if (target === undefined) continue;
    const rows =
      target.kind === 'question' && target.question.grid !== undefined ? [target.question.text] : [];
    for (const text of new Set([...textsOf(target), ...rows].map(normalised))) {
      byText.set(text, byText.has(text) ? undefined : id);
    }
  }
  const text = suggest(normalised(heading), byText.keys());
  return text === undefined ? undefined : byText.get(text);
}
