import type { TableFormat } from './table-format.js';
import { csv, tsv } from './tables/delimited.js';
import { html } from './tables/html.js';
import { json, jsonl } from './tables/json.js';
import { markdown } from './tables/markdown.js';
import { terminal } from './tables/terminal.js';

/** Every format a table can be written in. */
export const tableFormats: readonly TableFormat[] = [terminal, csv, tsv, json, jsonl, markdown, html];

/** The format of a name, such as `csv`. */
export function tableFormat(name: string): TableFormat | undefined {
  return tableFormats.find((format) => format.name === name);
}

/** The format that a file's extension asks for, in upper or lower case. */
export function formatForFile(path: string): TableFormat | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return tableFormats.find(({ extensions }) => extension !== undefined && extensions.includes(extension));
}
