import type { TableFormatName } from './format-names.js';
import type { TableFormat } from './table-format.js';
import { csv, tsv } from './tables/delimited.js';
import { html } from './tables/html.js';
import { json, jsonl } from './tables/json.js';
import { markdown } from './tables/markdown.js';
import { terminal } from './tables/terminal.js';
import { xlsx } from './tables/xlsx.js';

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
