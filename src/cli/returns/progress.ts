import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Batch, Input } from '../../intake/batch.js';
import { intake } from '../../intake/intake.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { type Host, wantsColor } from '../host.js';
import type { Returns } from './returns.js';

/** How far the reading of returned files has come. */
export interface Progress {
  readonly rows: number;
  /** Of all bytes, from 0 to 1; nothing where nobody knows how many there are. */
  readonly share: number | undefined;
  /** Milliseconds since it began. */
  readonly elapsed: number;
}

/** Before this nobody has begun to wonder; in milliseconds. */
const patience = 1000;
/** Between one line and the next. */
const pause = 200;

/** `12,000 rows, 40%, 9 s left`; the time is what is left at the pace so far. */
export function progressLine({ rows, share, elapsed }: Progress): string {
  const parts = [`${rows.toLocaleString('en-GB')} row${rows === 1 ? '' : 's'}`];
  if (share !== undefined && share > 0) {
    parts.push(`${Math.floor(share * 100)}%`, `${timeText((elapsed / share) * (1 - share))} left`);
  }
  return parts.join(', ');
}

function timeText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Reads returned files, showing how far that has come where it is wanted. */
export function readReturns(
  questionnaire: Questionnaire,
  { inputs, options }: Pick<Returns, 'inputs' | 'options'>,
  host: Host,
  isWanted: boolean,
): AsyncIterable<Batch> {
  const watch = watched(host, inputs, isWanted);
  return watch.batches(intake(questionnaire, watch.inputs, options));
}

/** Reading that is watched: the inputs to read, and the batches to take, as they would be without a watcher. */
interface Watched {
  readonly inputs: readonly Input[];
  readonly batches: (batches: AsyncIterable<Batch>) => AsyncIterable<Batch>;
}

/** Whether somebody waits before a terminal on which nothing else is being written. */
export function wantsProgress(host: Host, color: boolean, isStreamed: boolean): boolean {
  return wantsColor(host, host.stderr, color) && !(isStreamed && host.stdout.isTerminal);
}

/**
 * Shows on a line of the terminal how far reading has come, once it takes longer than a second, and wipes it when there
 * are no more batches. All bytes of a workbook are there before its first row, so they count when the next file begins.
 */
function watched(host: Host, inputs: readonly Input[], isWanted: boolean): Watched {
  if (!isWanted) return { inputs, batches: (batches) => batches };
  const { now, stderr } = host;
  const started = now();
  const sizes = inputs.map(({ name }) => sizeOf(host.cwd, name));
  const total = sizes.every((size) => size !== undefined)
    ? sizes.reduce((sum: number, size) => sum + (size ?? 0), 0)
    : undefined;
  let bytes = 0;
  let unpacked = 0;
  let rows = 0;
  let last = started + patience - pause;
  let isShown = false;
  const show = () => {
    const time = now();
    if (time - last < pause) return;
    last = time;
    isShown = true;
    const share = total === undefined || total === 0 ? undefined : Math.min(1, bytes / total);
    stderr.write(`\r\u001b[K${progressLine({ rows, share, elapsed: time - started })}`);
  };
  const counted = async function* ({ name, chunks }: Input): AsyncGenerator<Uint8Array> {
    bytes += unpacked;
    unpacked = 0;
    for await (const chunk of chunks) {
      if (isPacked(name)) unpacked += chunk.length;
      else bytes += chunk.length;
      yield chunk;
    }
  };
  return {
    inputs: inputs.map((input) => ({ ...input, chunks: counted(input) })),
    batches: async function* (batches) {
      try {
        for await (const batch of batches) {
          rows += batch.read;
          show();
          yield batch;
        }
      } finally {
        if (isShown) stderr.write('\r\u001b[K');
      }
    },
  };
}

function isPacked(name: string): boolean {
  return /\.(xls[xm]?|ods)$/i.test(name);
}

function sizeOf(cwd: string, name: string): number | undefined {
  try {
    const stat = statSync(resolve(cwd, name));
    return stat.isFile() ? stat.size : undefined;
  } catch {
    return undefined;
  }
}
