import { columnLetter } from '../../finding/words.js';
import type { Accepted, OpenedTable } from '../../intake/batch.js';
import type { ColumnReading } from '../../intake/columns/columns.js';
import { flavourTitles } from '../../intake/flavours/names.js';
import type { Question, Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Answer } from '../../response/response.js';
import { visible } from '../text/visible.js';
import { whereOf } from './rejects/tables.js';

/**
 * What columns were taken for, and responses as they were understood, as text for a person. Of personal fields, `keep`
 * holds the ids of those that are not dropped.
 */
export function understoodText(
  questionnaire: Questionnaire,
  tables: readonly OpenedTable[],
  responses: readonly Accepted[],
  keep: ReadonlySet<string>,
): string {
  const lines: string[] = [];
  const dropped = questionnaire.profile.filter(({ id, personal }) => personal && !keep.has(id));
  const isDropped = (name: string) => dropped.some(({ id }) => id === name);
  for (const { file, sheet, flavour, columns } of tables) {
    lines.push(`${file}${sheet === undefined ? '' : `, sheet ${sheet}`}: ${flavourTitles[flavour]}`);
    for (const column of columns) {
      lines.push(`  ${spotOf(column).padEnd(3)} ${columnText(column, isDropped)}`);
    }
    lines.push('');
  }
  for (const { response, place } of responses) {
    const { id, profile, wave, mode, completed, participants, official, answers } = response;
    lines.push(`${whereOf(place)} response ${id}`);
    const about = { wave, mode, completed, participants: participants?.count, official, ...profile };
    for (const [name, value] of Object.entries(about)) {
      if (value !== undefined) lines.push(`  ${name}: ${value}`);
    }
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

function columnText({ heading, as }: ColumnReading, isDropped: (name: string) => boolean): string {
  const name = heading === '' ? '(no heading)' : heading;
  switch (as.kind) {
    case 'column':
      return isDropped(as.name)
        ? `${name} → ${as.name}, which is personal: dropped, unless --keep ${as.name} is given`
        : `${name} → ${as.name}`;
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
