import { isError } from '../../finding/finding.js';
import { type ReadRegister, readRegister } from '../../intake/register/read-register.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { DiskFiles } from '../files/files.js';
import { noTable } from '../files/no-table.js';

/** Reads the unit register that was named: one with an error in it is not used. */
export async function loadRegister(
  file: string,
  files: DiskFiles,
  questionnaire: Pick<Questionnaire, 'profile'>,
): Promise<ReadRegister> {
  const source = files.read(file);
  if ('finding' in source) throw noTable(file, source.finding);
  const { register, findings } = await readRegister(file, source.text, questionnaire);
  return findings.some(isError) ? { register: undefined, findings } : { register, findings };
}
