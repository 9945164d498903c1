import { named, score, text } from '../model/columns.js';
import type { Block } from '../model/report.js';
import { words } from '../model/words.js';
import type { TableRecord } from '../source/records.js';
import type { ReportSource } from '../source/source.js';
import { pointedNote, practiceColumns, recordsTable, wantColumns } from './tables.js';
import { type ExchangeTold, shownRecords } from './told.js';

/** Who wants to rise in a dimension, and is told of, at most. */
const mostLearners = 3;

/** Those who want to rise furthest in each dimension, beside who offers a practice; practices alone, where nobody is pointed to any. */
export function everybodysExchange(told: ExchangeTold, source: ReportSource): readonly Block[] {
  const pairs = shownRecords(told.pairs, source);
  const { digits } = source.plan.rounding;
  const theirs = score('their_score', 'Their score', digits);
  const notes = [pointedNote(source)];
  if (pairs.length === 0) {
    const columns = [named('from', 'Who offers'), theirs, ...practiceColumns(source)];
    const caption = words`Who offers a practice`;
    return [
      {
        kind: 'table',
        table: recordsTable({ id: 'exchange', caption, columns, notes }, shownRecords(told.offers, source)),
      },
    ];
  }
  const shown = foremost(pairs);
  const rest = pairs.length - shown.length;
  const columns = [
    named('learner', 'Who wants to rise'),
    ...wantColumns(digits),
    text('from', 'Who offers'),
    theirs,
    ...practiceColumns(source),
  ];
  const caption = words`Who wants to rise furthest, and who offers a practice there`;
  return [
    { kind: 'table', table: recordsTable({ id: 'exchange', caption, columns, notes }, shown) },
    ...(rest === 0
      ? []
      : [{ kind: 'paragraph' as const, text: words`${rest} more rows are in the table of exchange.` }]),
  ];
}

/** Of each dimension those who want to rise furthest, each with the first of the practices that it is pointed to. */
function foremost(records: readonly TableRecord[]): readonly TableRecord[] {
  const learners = new Map<string, Set<string>>();
  return records.filter((record) => {
    const known = learners.get(record.text('node')) ?? new Set();
    learners.set(record.text('node'), known);
    const learner = record.text('learner');
    if (known.size >= mostLearners || known.has(learner)) return false;
    known.add(learner);
    return true;
  });
}
