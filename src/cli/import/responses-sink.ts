import type { LedgerFile } from '../../export/intake/ledger-json.js';
import { openWhole } from '../files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import { digester } from './digests.js';

/** Where responses go as they are read: a file, whole or not at all, or stdout. */
export interface ResponsesSink {
  readonly write: (text: string) => void;
  /** Ends it, and says what was written, for the ledger. */
  readonly finish: () => LedgerFile[];
  readonly discard: () => void;
}

export function responsesSink(output: string | undefined, host: Host): ResponsesSink {
  if (output === undefined) {
    return { write: host.stdout.write, finish: () => [], discard: () => undefined };
  }
  if (!/\.(jsonl|ndjson)$/i.test(output)) {
    throw new UsageError(`${output}: responses are written as JSONL`, 'Name a file that ends in .jsonl.');
  }
  const file = openWhole(host.cwd, output);
  const { add, done } = digester(output);
  return {
    write: (text) => {
      add(text);
      file.write(text);
    },
    finish: () => {
      file.finish();
      return [done()];
    },
    discard: file.discard,
  };
}
