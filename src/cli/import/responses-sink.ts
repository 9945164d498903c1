import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LedgerFile } from '../../export/intake/ledger-json.js';
import { openWhole } from '../files/files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import { digester } from './digests.js';

/** Where responses go as they are read: a file, whole or not at all, or stdout. */
export interface ResponsesSink {
  readonly write: (text: string) => void;
  /** Ends it, and says what was written, for the ledger, if there is one; and what there is to tell of it. */
  readonly finish: () => { readonly outputs: LedgerFile[]; readonly told: string };
  readonly discard: () => void;
}

/** Refuses a name that says other than what is written. */
export function checkResponsesFile(output: string): void {
  if (/\.(jsonl|ndjson)$/i.test(output)) return;
  throw new UsageError(`${output}: responses are written as JSONL`, 'Name a file that ends in .jsonl.');
}

export function responsesSink(output: string | undefined, host: Host, hasLedger: boolean): ResponsesSink {
  if (output === undefined) {
    return { write: host.stdout.write, finish: () => ({ outputs: [], told: '' }), discard: () => undefined };
  }
  checkResponsesFile(output);
  const file = openWhole(host.cwd, output);
  const digest = hasLedger ? digester(output) : undefined;
  let isEmpty = true;
  return {
    write: (text) => {
      isEmpty = false;
      // Turned into bytes once, for both.
      const bytes = Buffer.from(text);
      digest?.add(bytes);
      file.write(bytes);
    },
    finish: () => {
      if (isEmpty && existsSync(resolve(host.cwd, output))) {
        file.discard();
        return { outputs: [], told: `Nothing was accepted: ${output} was left as it was.\n` };
      }
      file.finish();
      return { outputs: digest === undefined ? [] : [digest.done()], told: '' };
    },
    discard: file.discard,
  };
}
