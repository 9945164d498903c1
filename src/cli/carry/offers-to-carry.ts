import { isError } from '../../finding/finding.js';
import { carryOffers, type OffersFor } from '../../response/carry/carry-offers.js';
import type { DiskFiles } from '../files.js';
import type { Host } from '../host.js';
import { printFindings } from '../print.js';
import { type AskedNow, type CarryOptions, readInstruments } from './read-instruments.js';

/** What can be brought over, with what is wrong told; an error in it is for somebody to mend first. */
export async function offersToCarry(
  asked: AskedNow,
  options: CarryOptions,
  files: DiskFiles,
  host: Host,
  color: boolean,
): Promise<OffersFor | 'unusable'> {
  const { instruments, findings } = await readInstruments(asked, options, files, host);
  await printFindings(findings, host, files, color);
  return findings.some(isError) ? 'unusable' : carryOffers(asked.questionnaire, instruments);
}
