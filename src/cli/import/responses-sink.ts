import type { LedgerFile } from '../../export/intake/ledger-json.js';
import { openWhole } from '../files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import { digester } from './digests.js';

/** Where responses go as they are read: a file, whole or not at all, or stdout. */
export interface ResponsesSink {
  readonly write: (text: string) => void;
  /** Ends it, and says what was written, for the ledger, if there is one. */
  readonly finish: () => LedgerFile[];
  readonly discard: () => void;
}

export function responsesSink(output: string | undefined, host: Host, hasLedger: boolean): ResponsesSink {
  if (output === undefined) {
    return { write: host.stdout.write, finish: () => [], discard: () => undefined };
  }
  if (!/\.(jsonl|ndjson)$/i.test(output)) {
    throw new UsageError(`${output}: responses are written as JSONL`, 'Name a file that ends in .jsonl.');
  }
  const file = openWhole(host.cwd, output);
  const digest = hasLedger ? digester(output) : undefined;
  return {
    write: (text) => {
      // Turned into bytes once, for both.
      const bytes = Buffer.from(text);
      digest?.add(bytes);
      file.write(bytes);
    },
    finish: () => {
      file.finish();
      return digest === undefined ? [] : [digest.done()];
    },
    discard: file.discard,
  };
}
