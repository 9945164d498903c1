import { Buffer } from 'node:buffer';
import { type Finding, finding } from '../finding/finding.js';
import type { Questionnaire } from '../questionnaire/questionnaire.js';
import { adjust } from './after/adjust.js';
import { carryIn } from './after/carry-in.js';
import { settleDuplicates } from './after/settle-duplicates.js';
import { type Batch, emptyBatch, type Input } from './batch.js';
import { utf8Chunks } from './bytes/decode.js';
import { peek } from './bytes/peek.js';
import { textContainers } from './containers/registry.js';
import type { IntakeOptions } from './options.js';
import { asSameFile } from './same-file.js';
import { closingFindings, openFile, openSession, type Session } from './session.js';

export type { Accepted, Batch, Input, Rejected } from './batch.js';

const headSize = 1 << 16;

/**
 * Reads returned files, one after the other: every response in them is accepted or refused, in batches of what came at a
 * time. A response that is accepted has passed the schema of its questionnaire and every check there is. Nothing is kept
 * of a batch but the keys of its responses, so files can be of any length.
 */
export async function* intake(
  questionnaire: Questionnaire,
  inputs: readonly Input[],
  options: IntakeOptions = {},
): AsyncGenerator<Batch> {
  const session = openSession(questionnaire, options);
  const { duplicates, adjustments, carry } = session.options;
  const read = readAll(session, inputs);
  const settled = duplicates === 'refuse' ? read : settleDuplicates(questionnaire, duplicates, read);
  const filled = carry === undefined ? settled : carryIn(session, carry, settled);
  yield* adjustments === undefined ? filled : adjust(session, adjustments, filled);
}

async function* readAll(session: Session, inputs: readonly Input[]): AsyncGenerator<Batch> {
  for (const input of inputs) {
    const { name, sameAs } = input;
    if (sameAs === undefined) yield* readInput(session, input);
    else {
      // What it holds has no say in what is found of the others.
      const { questionnaire, options } = session;
      yield* asSameFile(name, sameAs, readInput(openSession(questionnaire, options), input));
    }
  }
  const findings = closingFindings(session);
  if (findings.length > 0) yield { ...emptyBatch(session.files.at(-1)?.name ?? ''), findings };
}

async function* readInput(session: Session, { name, chunks, options }: Input): AsyncGenerator<Batch> {
  const file = openFile(session, name, options);
  const raw = await peek(chunks, 8);
  if (raw.whole && raw.head.length === 0) {
    yield { ...emptyBatch(name), findings: [finding('input-empty', { file: name }, {})] };
    return;
  }
  if (isPacked(raw.head)) {
    // The library is loaded when a workbook comes, and only then.
    const { readWorkbook } = await import('./containers/workbook/workbook.js');
    yield* readWorkbook(session, file, raw.chunks);
    return;
  }
  if (Buffer.from(raw.head).subarray(0, 5).toString('latin1') === '%PDF-') {
    yield { ...emptyBatch(name), findings: [finding('not-a-workbook', { file: name }, { found: 'a PDF' })] };
    return;
  }
  if (/\.(xls[xm]|ods)$/i.test(name)) {
    yield { ...emptyBatch(name), findings: [await notPacked(name, raw.chunks)] };
    return;
  }
  const text = utf8Chunks(raw.chunks, file.encoding);
  const { head, whole, chunks: all } = await peek(text, headSize);
  if (isMarkup(name, head)) {
    yield { ...emptyBatch(name), findings: [finding('not-a-workbook', { file: name }, { found: markup })] };
    return;
  }
  const container = textContainers.find(({ recognises }) => recognises(name, head, whole));
  if (container !== undefined) yield* container.read(session, file, all);
  if (file.encoding.name === 'windows-1252') {
    yield { ...emptyBatch(name), findings: [finding('input-windows-1252', { file: name }, {})] };
  }
}

const markup = 'a web page or other XML under the name of a workbook';

/** A file of such a name is a zip archive; other programs open it as nothing else either. */
async function notPacked(name: string, chunks: AsyncIterable<Uint8Array>): Promise<Finding> {
  const { head } = await peek(chunks, 100);
  return isMarkup(name, head)
    ? finding('not-a-workbook', { file: name }, { found: markup })
    : finding('workbook-by-name-only', { file: name }, { ending: name.slice(name.lastIndexOf('.')) });
}

/** Some programs call a web page an xls file, which Excel opens as if it were one. */
function isMarkup(name: string, head: Uint8Array): boolean {
  return (
    /\.(xls[xm]?|ods)$/i.test(name) && /^\s*</.test(Buffer.from(head.subarray(0, 100)).toString('latin1'))
  );
}

/** xlsx and ods are zip archives, be they empty; xls is an OLE file. */
function isPacked(head: Uint8Array): boolean {
  const starts = (...bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);
  return starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06) || starts(0xd0, 0xcf, 0x11, 0xe0);
}
