import { constants } from 'node:buffer';
import { finding } from '../../../finding/finding.js';
import { type Batch, emptyBatch, isEmpty } from '../../batch.js';
import { collected } from '../../bytes/collected.js';
import { noCharacter } from '../../bytes/decode.js';
import type { Session, SourceFile } from '../../session.js';
import { type Tally, talliedFindings } from '../../tally.js';
import { jsonFault, jsonRange, positionAt } from './json-text.js';
import { readTyped } from './typed.js';

const batchSize = 500;

/** Reads one response or a list of them. The whole text is held, so long lists are better written as JSONL. */
export async function* readJson(
  session: Session,
  file: SourceFile,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Batch> {
  const bytes = await collected(chunks, constants.MAX_STRING_LENGTH);
  if (bytes === undefined) {
    const megabytes = Math.floor(constants.MAX_STRING_LENGTH / 2 ** 20);
    yield {
      ...emptyBatch(file.name),
      findings: [finding('input-too-large', { file: file.name }, { megabytes })],
    };
    return;
  }
  const text = bytes.toString('utf8');
  const damage = file.encoding.damaged ? text.indexOf(noCharacter) : -1;
  if (damage < 0) {
    yield* readText(session, file, text);
    return;
  }
  const range = { start: positionAt(text, damage), end: positionAt(text, damage + 1) };
  yield { ...emptyBatch(file.name), findings: [finding('input-not-utf8', { file: file.name, range }, {})] };
}

function* readText(session: Session, file: SourceFile, text: string): Generator<Batch> {
  file.unit = 'element';
  const whole = parsed(text);
  if (whole === undefined) {
    const { offset, detail } = jsonFault(text) ?? { offset: 0, detail: 'it is nested too deeply' };
    const start = positionAt(text, offset);
    const range = { start, end: { ...start, column: start.column + 1, offset: offset + 1 } };
    yield {
      ...emptyBatch(file.name),
      findings: [finding('json-syntax', { file: file.name, range }, { detail })],
    };
    return;
  }
  const list = Array.isArray(whole.value);
  const items: readonly unknown[] = Array.isArray(whole.value) ? whole.value : [whole.value];
  const tally: Tally = new Map();
  let batch = emptyBatch(file.name);
  for (const [index, item] of items.entries()) {
    const prefix = list ? [index] : [];
    const rangeOf = (path: readonly (string | number)[]) => {
      const [start, end] = jsonRange(text, [...prefix, ...path]);
      return { start: positionAt(text, start), end: positionAt(text, end) };
    };
    const place = { file: file.name, path: prefix };
    batch.read += 1;
    // As it came, on one line: within its texts there are no line ends.
    const json = () => text.slice(...jsonRange(text, prefix)).replace(/\s*[\r\n]\s*/g, ' ');
    readTyped(session, item, { file, place, position: index + 1, prefix, rangeOf, json }, tally, batch);
    if ((index + 1) % batchSize === 0) {
      yield batch;
      batch = emptyBatch(file.name);
    }
  }
  batch.findings.push(...talliedFindings(tally));
  if (items.length === 0) batch.findings.push(finding('input-no-responses', { file: file.name }, {}));
  if (!isEmpty(batch)) yield batch;
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
