import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from '../../../src/response/response.js';
import { milepost, type Ran } from '../../support/milepost.js';

/** What `milepost import` made of one file. */
export interface Account {
  readonly ran: Ran;
  readonly responses: readonly Response[];
  readonly read: number;
  readonly refused: number;
  readonly flavour: string | undefined;
  /** The rows above the header, which were said to be passed over. */
  readonly above: number;
  readonly rules: ReadonlySet<string>;
}

/** Imports one file in a folder that has the questionnaire and a map, and gives what was made of it, or what is wrong with the run. */
export async function importOne(
  cwd: string,
  name: string,
  bytes: Uint8Array,
  map: string | undefined,
): Promise<Account | string> {
  const outputs = ['--ledger', 'ledger.json', '-o', 'out.jsonl'];
  const mapped = map === undefined ? [] : ['--map', map];
  // Where nothing is accepted, responses of the file before would stay.
  rmSync(join(cwd, 'out.jsonl'), { force: true });
  const ran = await milepost(['import', 'q.yaml', name, ...mapped, ...outputs], {
    cwd,
    files: { [name]: bytes },
  });
  if (![0, 1, 2].includes(ran.exit)) return `exit ${ran.exit}: ${ran.err}`;
  if (/^\s+at .+:\d+/m.test(ran.err)) return `a stack trace: ${ran.err}`;
  if (ran.exit === 2) return `could not do it: ${ran.err}`;
  const ledger = JSON.parse(ran.file('ledger.json'));
  const responses: readonly Response[] = ran
    .file('out.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const { read, accepted, refused, duplicates, left_out } = ledger.totals;
  if (read !== accepted + refused + duplicates + left_out)
    return `the ledger does not add up: ${JSON.stringify(ledger.totals)}`;
  if (accepted !== responses.length) return `${accepted} accepted, ${responses.length} written`;
  if (ledger.inputs[0]?.digest !== digestOf(bytes)) return 'the ledger has another digest of the input';
  if (ran.exit === 0 && refused + duplicates > 0) return 'rows were refused, and the exit code is 0';
  const above = /the header is row \d+: the (?:(\d+) rows|row) above/.exec(ran.err.replace(/\s+/g, ' '));
  return {
    ran,
    responses,
    read,
    refused: refused + duplicates,
    flavour: ledger.sources[0]?.flavour,
    above: above === null ? 0 : Number(above[1] ?? 1),
    rules: new Set(
      [...ran.err.matchAll(/ {2}(?:error|warning|info) {2}([a-z0-9-]+)$/gm)].map(([, rule]) => rule ?? ''),
    ),
  };
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
