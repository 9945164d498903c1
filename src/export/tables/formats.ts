import type { TableFormatName } from './format-names.js';
import type { TableFormat } from './table-format.js';
import { csv, tsv } from './writers/delimited.js';
import { html } from './writers/html.js';
import { json, jsonl } from './writers/json.js';
import { markdown } from './writers/markdown.js';
import { terminal } from './writers/terminal.js';
import { xlsx } from './writers/xlsx.js';

const byName: Readonly<Record<TableFormatName, TableFormat>> = {
  table: terminal,
  csv,
  tsv,
  xlsx,
  json,
  jsonl,
  md: markdown,
  html,
};

/** Every format a table can be written in. */
export const tableFormats: readonly TableFormat[] = Object.values(byName);

/** The format that a file's extension asks for, in upper or lower case. */
export function formatForFile(path: string): TableFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return tableFormats.find(({ extensions }) => extension !== undefined && extensions.includes(extension));
}
