import { type Finding, finding } from '../../finding/finding.js';
import { fold } from '../../questionnaire/non-answer-words.js';
import { wordsOf } from '../../response/labels.js';
import { plainText } from '../../response/safe-text.js';
import type { SourceCell } from '../columns/layout.js';
import { cellPlace } from './places.js';
import { textOfSpecial } from './special-cells.js';
import type { GroupColumn, Table } from './table.js';

const ticked = new Set(['y', 'yes', '1', 'true', 'x', 'checked', 'selected', '✓', '✔', '☑']);
const unticked = new Set(['', 'n', 'no', '0', 'false', 'not checked', 'not selected', 'unchecked', '☐']);

/**
 * The options whose columns say that they were chosen, joined as a cell joins them. A column says so by a tick of some
 * kind, or by the option's own words; anything else in it is a fault.
 */
export function joinedOptions(
  table: Table,
  { id, parts, whole }: GroupColumn,
  cells: readonly SourceCell[],
  line: number,
): { readonly text: string; readonly faults: readonly Finding[] } {
  const chosen: string[] = [];
  const faults: Finding[] = [];
  for (const { at, word } of parts) {
    const cell = cells[at] ?? '';
    if (cell === '') continue;
    const place = cellPlace(table, line, at);
    const name = table.columns.names[at] ?? id;
    const text = typeof cell === 'string' ? cell : textOfSpecial(cell, 'label', { place, name });
    if (typeof text !== 'string') faults.push(text);
    else if (ticked.has(fold(text)) || saysOption(table, id, text, word)) chosen.push(word);
    else if (!unticked.has(fold(text)))
      faults.push(finding('option-cell-unknown', place, { name, found: text, option: word }));
  }
  const beside = whole === undefined ? '' : wholeText(table, cells, whole, line);
  if (typeof beside !== 'string') faults.push(beside);
  else if (beside.trim() !== '') chosen.push(beside);
  return { text: chosen.join(';'), faults };
}

function wholeText(table: Table, cells: readonly SourceCell[], at: number, line: number): string | Finding {
  const cell = cells[at] ?? '';
  if (typeof cell === 'string') return plainText(cell);
  return textOfSpecial(cell, 'label', {
    place: cellPlace(table, line, at),
    name: table.columns.names[at] ?? '',
  });
}

/** Whether the cell says the option's id, label or heading. */
function saysOption({ session }: Table, question: string, text: string, word: string): boolean {
  const labels = session.reader.byId.get(question)?.labels;
  const allowed = labels?.allowed.find(({ value }) => value === word);
  return [word, allowed?.label ?? word].some((own) => wordsOf(own) === wordsOf(text));
}
