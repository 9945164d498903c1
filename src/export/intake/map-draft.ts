import { stringify } from 'yaml';
import { columnLetter } from '../../finding/words.js';
import type { OpenedTable } from '../../intake/batch.js';
import type { ColumnReading } from '../../intake/columns/columns.js';

/**
 * A map of a table's columns for a person to finish: what was matched stands as it is, what is likely is commented out,
 * and what nothing is known of is left open.
 */
export function mapDraft(tables: readonly OpenedTable[]): string {
  const lines = [
    '# yaml-language-server: $schema=./schemas/map.schema.json',
    'milepost: 1',
    'kind: map',
    'columns:',
  ];
  const ignored: string[] = [];
  const written = new Set<string>();
  for (const table of tables) {
    const { file, sheet, flavour } = table;
    lines.push(`  # ${file}${sheet === undefined ? '' : `, sheet ${sheet}`}: read as ${flavour}`);
    for (const reading of table.columns) {
      if (reading.heading === '' || written.has(reading.heading)) continue;
      written.add(reading.heading);
      if (reading.as.kind === 'unread') ignored.push(reading.heading);
      else lines.push(lineOf(reading));
    }
  }
  if (ignored.length > 0) lines.push('ignore:', ...ignored.map((heading) => `  - ${scalar(heading)}`));
  return `${lines.join('\n')}\n`;
}

function lineOf({ at, line, heading, as }: ColumnReading): string {
  const key = scalar(heading);
  const where = line === undefined ? `column ${columnLetter(at + 1)}` : `line ${line}`;
  switch (as.kind) {
    case 'column':
      return `  ${key}: ${as.name} # ${where}`;
    case 'option':
      return `  # ${where}, ${key}: the option ${as.option} of ${as.question}`;
    case 'other':
      return `  # ${where}, ${key}: kept as a note on ${as.question}`;
    case 'unknown':
      return as.suggestion === undefined
        ? `  # ${where}, not known: ${key}:`
        : `  # ${where}, perhaps: ${key}: ${as.suggestion}`;
    case 'unread':
      return `  # ${where}, not read: ${key}`;
  }
}

/** A text as YAML writes it on one line. */
function scalar(text: string): string {
  return stringify(text.replace(/\s+/g, ' ').trim(), {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
  }).trim();
}
