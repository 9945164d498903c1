import { type Finding, finding } from '../../finding/finding.js';
import { fold } from '../../questionnaire/non-answer-words.js';
import { wordsOf } from '../../response/labels/labels.js';
import { plainText } from '../../response/texts/safe-text.js';
import type { SourceCell } from '../columns/layout.js';
import { cellPlace } from './places.js';
import { textOfSpecial } from './special-cells.js';
import type { GroupColumn, Table } from './table.js';

const ticked = new Set(['y', 'yes', '1', 'true', 'x', 'checked', 'selected', '✓', '✔', '☑']);
const unticked = new Set(['', 'n', 'no', '0', 'false', 'not checked', 'not selected', 'unchecked', '☐']);

/** What the columns of a question's options come to. */
export interface JoinedOptions {
  /** The options that were chosen, joined as a cell joins them. */
  readonly text: string;
  /** What was written in the column of the option `other`. */
  readonly notes: readonly string[];
  readonly faults: readonly Finding[];
}

/**
 * The options whose columns say that they were chosen. A column says so by a tick of some kind, or by the option's own
 * words; that of the option `other` by any words. Anything else in it is a fault.
 */
export function joinedOptions(
  table: Table,
  { id, parts }: GroupColumn,
  cells: readonly SourceCell[],
  line: number,
): JoinedOptions {
  const chosen: string[] = [];
  const notes: string[] = [];
  const faults: Finding[] = [];
  const { columns } = table;
  const { words, codes } = columns.cells;
  for (const { at, word } of parts) {
    const cell = cells[at] ?? '';
    if (cell === '') continue;
    const place = cellPlace(table, line, at);
    const name = columns.names[at] ?? id;
    const text =
      typeof cell === 'string'
        ? columns.areProtected
          ? plainText(cell)
          : cell
        : textOfSpecial(cell, 'label', { place, name });
    if (typeof text !== 'string') {
      faults.push(text);
      continue;
    }
    const folded = fold(text);
    const mapped = columns.values.get(id)?.get(folded);
    const said = [words?.option?.get(folded) ?? folded, ...(mapped === undefined ? [] : [fold(mapped)])];
    const code = codes === undefined ? undefined : `${at - (parts[0]?.at ?? at) + 1}`;
    if (said.some((one) => one === code || ticked.has(one) || saysOption(table, id, one, at, word))) {
      chosen.push(word);
    } else if (!said.some((one) => unticked.has(one))) {
      if (word === 'other' && !/^\d+$/.test(folded)) {
        chosen.push(word);
        notes.push(`Other: ${text.trim()}`);
      } else faults.push(finding('option-cell-unknown', place, { name, found: text, option: word }));
    }
  }
  return { text: chosen.join(';'), notes, faults };
}

/** Whether the cell says the option's id, its label, or what the column is headed. */
function saysOption(
  { session, columns }: Table,
  question: string,
  text: string,
  at: number,
  word: string,
): boolean {
  const labels = session.reader.byId.get(question)?.labels;
  const allowed = labels?.allowed.find(({ value }) => value === word);
  const own = [word, allowed?.label ?? word, columns.names[at] ?? word];
  return own.some((one) => wordsOf(one) === wordsOf(text));
}
