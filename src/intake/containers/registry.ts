import { Buffer } from 'node:buffer';
import type { Container } from './container.js';
import { readCsv } from './csv/csv.js';
import { readJson } from './json/json.js';
import { readJsonl } from './json/jsonl.js';

/** All of them: the first that recognises a file reads it, so the last takes whatever is left. */
export const textContainers: readonly [...Container[], Container] = [
  { name: 'jsonl', recognises: isJsonl, read: readJsonl },
  { name: 'json', recognises: isJson, read: readJson },
  { name: 'csv', recognises: () => true, read: readCsv },
];

/** By its name, or since its first line is an object by itself and another line follows. */
function isJsonl(name: string, head: Uint8Array): boolean {
  if (/\.(jsonl|ndjson)$/i.test(name)) return true;
  const text = textOf(head);
  const end = text.indexOf('\n');
  if (!text.startsWith('{') || end < 0 || text.slice(end).trim() === '') return false;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch {
    return false;
  }
}

function isJson(name: string, head: Uint8Array): boolean {
  return /\.json$/i.test(name) || /^[[{]/.test(textOf(head));
}

function textOf(head: Uint8Array): string {
  return Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('utf8').trimStart();
}
