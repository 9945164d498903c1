import { dirname, resolve } from 'node:path';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import type { HeldJournal } from './open-journal.js';

/** What the command line may say once more of an interview that was begun. */
interface SaidBefore {
  readonly resume?: string;
  readonly out?: string;
  readonly wave?: string;
  readonly workshop: boolean;
  readonly official: boolean;
}

/** What the command line says of an interview that is gone on with must not differ from what its journal says. */
export function checkOccasion(
  { path, occasion, before }: HeldJournal,
  { resume, out, wave, workshop, official }: SaidBefore,
  { cwd }: Host,
): void {
  if (before === undefined) return;
  if (resume !== undefined && out !== undefined && resolve(cwd, out) !== dirname(resolve(cwd, path))) {
    throw new UsageError(
      `--out ${out}: the response of ${path} is written beside it`,
      'Leave --out out; or copy the journal to that folder, and go on with the copy.',
    );
  }
  if (wave !== undefined && wave !== occasion.wave) {
    const belongs = occasion.wave === undefined ? 'to no wave' : `to wave ${occasion.wave}`;
    throw new UsageError(`--wave ${wave}: the interview of ${path} belongs ${belongs}`, 'Leave --wave out.');
  }
  if (workshop && occasion.mode !== 'workshop')
    throw new UsageError(`--workshop: the interview of ${path} was begun without`, 'Leave --workshop out.');
  if (official && occasion.official !== true)
    throw new UsageError(`--official: the interview of ${path} was begun without`, 'Leave --official out.');
}
