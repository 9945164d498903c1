import { fold } from '../../questionnaire/non-answer-words.js';
import { grouped } from '../grouped.js';
import type { Offer } from './offers.js';

/** Whether two texts say the same but for case and white space. */
export function sayTheSame(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

/** An offer of one unit, in the table that is made. */
interface Offered<F> {
  readonly from: F;
  readonly practice: Offer;
}

/** What several people of one unit offer in the same words is one practice, as the first of them wrote it, with all whom one can ask. */
export function saidOnce<F>(
  offered: readonly Offered<F>[],
  keyOf: (from: F) => string,
): readonly Offered<F>[] {
  const alike = grouped(offered, ({ from, practice }) => JSON.stringify([keyOf(from), fold(practice.what)]));
  return [...alike.values()].flatMap((all) => {
    const [first, ...others] = all;
    if (first === undefined || others.length === 0) return all;
    return [{ from: first.from, practice: { ...first.practice, contact: contactsOf(all) } }];
  });
}

function contactsOf(offered: readonly Offered<unknown>[]): string | undefined {
  const contacts = grouped(
    offered.flatMap(({ practice }) => practice.contact ?? []),
    fold,
  );
  return contacts.size === 0
    ? undefined
    : [...contacts.values()].flatMap(([first]) => first ?? []).join('; ');
}
