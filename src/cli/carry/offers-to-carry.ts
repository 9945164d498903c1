import { isError } from '../../finding/finding.js';
import { carryOffers, type OffersFor } from '../../response/carry/carry-offers.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import type { AskedNow, CarryOptions } from './read-instruments.js';

/**
 * What can be brought over, with what is wrong told; nothing where that is not asked for. An error in it is for somebody to mend
 * first. Reading returned files takes a while to load, and nobody waits for it who has none.
 */
export async function offersToCarry(
  asked: AskedNow,
  options: CarryOptions & { readonly color: boolean },
  files: DiskFiles,
  host: Host,
): Promise<OffersFor | undefined | 'unusable'> {
  if (options.carry.length === 0 && options.carryOf.length === 0) return undefined;
  const { readInstruments } = await import('./read-instruments.js');
  const { instruments, findings } = await readInstruments(asked, options, files, host);
  await printFindings(findings, host, files, options.color);
  return findings.some(isError) ? 'unusable' : carryOffers(asked.questionnaire, instruments);
}
