import { columnLetter } from '../../finding/words.js';
import type { Accepted, OpenedTable } from '../../intake/batch.js';
import type { ColumnReading } from '../../intake/columns/columns.js';
import type { Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Answer } from '../../response/response.js';
import { visible } from '../visible.js';

/** What columns were taken for, and responses as they were understood, as text for a person. */
export function understoodText(
  questionnaire: Questionnaire,
  tables: readonly OpenedTable[],
  responses: readonly Accepted[],
): string {
  const lines: string[] = [];
  for (const { file, sheet, flavour, columns } of tables) {
    lines.push(`${file}${sheet === undefined ? '' : `, sheet ${sheet}`}: ${flavour}`);
    for (const column of columns) lines.push(`  ${spotOf(column).padEnd(3)} ${columnText(column)}`);
    lines.push('');
  }
  for (const { response, place } of responses) {
    const { id, profile, wave, mode, answers } = response;
    const { line, column } = place.cell ?? {};
    const where = [place.file, line ?? '', ...(column === undefined ? [] : [columnLetter(column)])].join(':');
    lines.push(`${where} response ${id}`);
    const about = {
      ...(wave === undefined ? {} : { wave }),
      ...(mode === undefined ? {} : { mode }),
      ...profile,
    };
    for (const [name, value] of Object.entries(about)) lines.push(`  ${name}: ${value}`);
    for (const question of questionnaire.questions) {
      lines.push(`  ${question.id}: ${answerText(question, answers[question.id] ?? {})}`);
    }
    lines.push('');
  }
  return lines.map((line) => `${visible(line)}\n`).join('');
}

/** The letter of a column, or the number of a line. */
function spotOf({ at, line }: ColumnReading): string {
  return line === undefined ? columnLetter(at + 1) : String(line);
}

function columnText({ heading, as }: ColumnReading): string {
  const name = heading === '' ? '(no heading)' : heading;
  switch (as.kind) {
    case 'column':
      return `${name} → ${as.name}`;
    case 'option':
      return `${name} → ${as.question}, whether ${as.option} was chosen`;
    case 'other':
      return `${name} → ${as.question}__note`;
    case 'unread':
      return `${name}: not read`;
    case 'unknown':
      return `${name}: not known, not read${as.suggestion === undefined ? '' : `; perhaps ${as.suggestion}`}`;
  }
}

function answerText(question: Question, { value, non_answer: none, ...remarks }: Answer): string {
  const said = value === undefined ? (none ?? '(blank)') : labelOf(question, value);
  const beside = Object.entries(remarks).map(([key, remark]) => `${key}: ${remark}`);
  return [said, ...beside].join('; ');
}

function labelOf(question: Question, value: NonNullable<Answer['value']>): string {
  switch (question.type) {
    case 'level': {
      const level = question.scale.levels.find((one) => one.value === value);
      return level === undefined ? String(value) : `${value} ${level.label}`;
    }
    case 'choice':
      return question.options.find(({ id }) => id === value)?.label ?? String(value);
    case 'choices': {
      const chosen = typeof value === 'object' ? value : [];
      return question.options
        .filter(({ id }) => chosen.includes(id))
        .map(({ label }) => label)
        .join('; ');
    }
    case 'yes_no':
      return value === true ? 'yes' : 'no';
    case 'number':
    case 'text':
    case 'date':
      return String(value);
  }
}
