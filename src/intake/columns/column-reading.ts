import type { Session } from '../session.js';
import type { ColumnReading } from './columns.js';
import type { Found } from './find-targets.js';
import { nearestTarget } from './nearest-target.js';
import { nameOf } from './targets.js';

/** What a column was taken for; `line` is that of its heading, where headings stand one below the other. */
export function readingOf(
  session: Session,
  one: Found,
  absent: readonly string[],
  line: number | undefined,
): ColumnReading {
  const { at, text: heading } = one.heading;
  const spot = line === undefined ? { at, heading } : { at, heading, line };
  switch (one.kind) {
    case 'column':
      return { ...spot, as: { kind: 'column', name: nameOf(one.target) } };
    case 'option':
      return { ...spot, as: { kind: 'option', question: one.question.id, option: one.word } };
    case 'other':
      return { ...spot, as: { kind: 'other', question: one.question.id } };
    case 'unread':
      return { ...spot, as: { kind: 'unread' } };
    case 'stranger':
      return { ...spot, as: { kind: 'unknown', suggestion: nearestTarget(session, heading, absent) } };
  }
}
