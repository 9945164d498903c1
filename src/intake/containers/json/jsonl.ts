import { TextDecoder } from 'node:util';
import { finding, type Path, type Position } from '../../../finding/finding.js';
import { responsePath } from '../../../response/journal/names.js';
import { type Batch, type BatchDraft, emptyBatch, isEmpty } from '../../batch.js';
import { noCharacter } from '../../bytes/decode.js';
import type { Session, SourceFile } from '../../session.js';
import { type Tally, talliedFindings } from '../../tally.js';
import { jsonFault, jsonRange } from './json-text.js';
import { readTyped } from './typed.js';

const longestLine = 1 << 20;

/** Reads one response a line. A line that is no JSON is refused as a row is; the others are read. */
export async function* readJsonl(
  session: Session,
  file: SourceFile,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Batch> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const tally: Tally = new Map();
  let line = 0;
  let offset = 0;
  let responses = 0;
  let rest = '';
  const take = (text: string, batch: BatchDraft) => {
    line += 1;
    if (text.trim() !== '') {
      responses += 1;
      batch.read += 1;
      readLine(session, file, text, line, offset, tally, batch);
    }
    offset += text.length + 1;
  };
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    const batch = emptyBatch(file.name);
    if (line === 0 && isJournal(lines[0] ?? rest)) {
      const response = responsePath(file.name);
      batch.findings.push(finding('input-is-journal', { file: file.name }, { journal: file.name, response }));
      yield batch;
      return;
    }
    for (const text of lines) take(text, batch);
    const isEndless = rest.length > longestLine;
    if (isEndless) take(rest, batch);
    if (!isEmpty(batch)) yield batch;
    if (isEndless) return;
  }
  const batch = emptyBatch(file.name);
  if (rest !== '') take(rest, batch);
  batch.findings.push(...talliedFindings(tally));
  if (responses === 0) batch.findings.push(finding('input-no-responses', { file: file.name }, {}));
  if (!isEmpty(batch)) yield batch;
}

/** Whether a file's first line begins the journal of an interview, in which every line is one of its events. */
function isJournal(first: string): boolean {
  return /^\s*\{\s*"event"\s*:\s*"opened"/.test(first);
}

function readLine(
  session: Session,
  file: SourceFile,
  text: string,
  line: number,
  offset: number,
  tally: Tally,
  batch: BatchDraft,
): void {
  const place = { file: file.name, cell: { line } };
  const json = () => text.replace(/\r$/, '');
  const positionOf = (at: number): Position => ({ line, column: at + 1, offset: offset + at });
  if (text.length > longestLine) {
    const range = { start: positionOf(0), end: positionOf(1) };
    const detail =
      'the line goes on for more than a megabyte, and a file is not read on behind one without an end';
    const found = finding('json-syntax', { file: file.name, range }, { detail });
    batch.rejected.push({ place, because: 'json-syntax', findings: [found] });
    return;
  }
  let value: unknown;
  const damage = file.encoding.damaged ? text.indexOf(noCharacter) : -1;
  if (damage >= 0) {
    const range = { start: positionOf(damage), end: positionOf(damage + 1) };
    const found = finding('input-not-utf8', { file: file.name, range }, {});
    batch.rejected.push({ place, because: 'input-not-utf8', findings: [found], json: json() });
    return;
  }
  try {
    value = JSON.parse(text);
  } catch {
    const { offset: at, detail } = jsonFault(text) ?? { offset: 0, detail: 'it is nested too deeply' };
    const range = { start: positionOf(at), end: positionOf(at + 1) };
    const found = finding('json-syntax', { file: file.name, range }, { detail });
    batch.rejected.push({ place, because: 'json-syntax', findings: [found], json: json() });
    return;
  }
  const rangeOf = (path: Path) => {
    const [start, end] = jsonRange(text, path);
    return { start: positionOf(start), end: positionOf(end) };
  };
  readTyped(session, value, { file, place, position: line, prefix: [], rangeOf, json }, tally, batch);
}
