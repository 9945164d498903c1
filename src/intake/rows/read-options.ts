import { finding } from '../../finding/finding.js';
import { type Answer, blankAnswer } from '../../response/response.js';
import type { SourceCell } from '../columns/layout.js';
import { cellBreaks, knownAnswer, type QuestionColumn } from './cells.js';
import { joinedOptions } from './option-columns.js';
import { cellPlace } from './places.js';
import { newAnswer, readText, textOf } from './read-cell.js';
import { isBlankCell } from './special-cells.js';
import type { GroupColumn, OtherColumn, Table } from './table.js';

/** The options of a question that have a column each are read as one cell that names those chosen. */
export function readGroups(table: Table, cells: readonly SourceCell[], line: number): void {
  for (const group of table.groups) {
    for (const { at } of group.parts) table.breaks += cellBreaks(cells[at]);
    const { text, notes, faults } = joinedOptions(table, group, cells, line);
    if (faults.length > 0) {
      table.faults.push(...faults);
      table.faulty.add(group.index);
    }
    const answer =
      text === ''
        ? blankAnswer
        : (knownAnswer(group, text) ?? newAnswer(table, group.id, readText(table, group, text, line)));
    const { whole } = group;
    // A form has ticks for options, and the whole for words that are none.
    const speaksAlone = table.columns.cells.options !== 'repeated' && isBlankCell(cells[whole?.at ?? -1]);
    if (whole === undefined || speaksAlone) table.answers[group.index] = answer;
    else if (group.parts.some(({ at }) => !isBlankCell(cells[at])))
      checkAgreement(table, group, whole, answer, line);
    for (const note of notes) addNote(table, group, note);
  }
}

/** What was written beside options is kept as a note, after a note that is there, and says that its option was chosen. */
export function readOthers(table: Table, cells: readonly SourceCell[], line: number): void {
  for (const column of table.others) {
    const cell = cells[column.at] ?? '';
    if (isBlankCell(cell)) continue;
    const text = textOf(table, cell, column.at, 'text', line);
    if (typeof text !== 'string') {
      table.faults.push(text);
      continue;
    }
    const { label } = column;
    chooseBeside(table, column, line);
    addNote(table, column, label === undefined ? text.trim() : `${label}: ${text.trim()}`);
  }
}

/** A question may have one column with all its answers and one for each option: both must say the same. */
function checkAgreement(
  table: Table,
  group: GroupColumn,
  whole: QuestionColumn,
  answer: Answer,
  line: number,
): void {
  if (table.faulty.has(group.index)) return;
  const [said, chosen] = [choiceIn(table.answers[group.index]), choiceIn(answer)];
  if (said === chosen) return;
  const place = cellPlace(table, line, whole.at);
  table.faults.push(finding('options-disagree', place, { name: group.id, found: said, chosen }));
  table.faulty.add(group.index);
}

/** What was chosen, in any order, as a cell has it. */
function choiceIn({ value, non_answer: none }: Answer = blankAnswer): string {
  return typeof value === 'object' ? [...value].sort().join(';') : String(value ?? none ?? '');
}

function chooseBeside(table: Table, column: OtherColumn, line: number): void {
  const { option, id, index } = column;
  const { value, non_answer: none, carried: _, ...remarks } = table.answers[index] ?? blankAnswer;
  if (option === undefined || none !== undefined) return;
  const chosen = typeof value === 'object' ? value : [];
  const several = column.reader.question.type === 'choices';
  if (several ? chosen.includes(option) : value !== undefined) return;
  const answer = { ...remarks, ...readText(table, column, [...chosen, option].join(';'), line) };
  table.answers[index] = newAnswer(table, id, answer);
}

function addNote(table: Table, { id, index }: QuestionColumn, text: string): void {
  const answer = table.answers[index] ?? blankAnswer;
  const note = [answer.note, text].filter((part) => part !== undefined).join('\n');
  table.answers[index] = newAnswer(table, id, { ...answer, note });
}
