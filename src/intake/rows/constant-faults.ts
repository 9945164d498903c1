import type { Finding } from '../../finding/finding.js';
import { fold } from '../../questionnaire/non-answer-words.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { profileReader, readProfileValue } from '../../response/reading/read-profile.js';
import type { Constant, ReturnsMap } from '../columns/returns-map.js';
import type { MetaColumn } from '../columns/targets.js';
import type { Register } from '../register/register.js';
import { registeredUnits } from '../register/registered-units.js';
import {
  type ReadMeta,
  type ResponseDraft,
  readMode,
  readOfficial,
  readParticipants,
  readWave,
} from './meta-cells.js';

/** Those that read the same whatever table they stand in; a date may be written in the table's own order. */
const metaReaders: Partial<Record<MetaColumn, ReadMeta>> = {
  wave: readWave,
  mode: readMode,
  participants: readParticipants,
  official: readOfficial,
};

/**
 * What is wrong with the constants that say how and by whom a file was answered: told once, where they were written, and
 * not at every row. Those that are answers are read with the rows.
 */
export function constantFaults(
  { constants, values }: ReturnsMap,
  questionnaire: Pick<Questionnaire, 'profile'>,
  register: Register | undefined,
): readonly Finding[] {
  const faults: Finding[] = [];
  const draft: ResponseDraft = {
    milepost: 1,
    questionnaire: { id: '', version: '' },
    id: '',
    profile: {},
    answers: {},
  };
  const profile: Record<string, string | number> = {};
  for (const { target, name, cell, place } of constants) {
    const text = values.get(name)?.get(fold(cell)) ?? cell;
    const spot = { place, name };
    if (target.kind === 'meta') {
      const fault =
        text.trim() === '' ? undefined : metaReaders[target.meta]?.(text.trim(), draft, () => spot);
      if (fault !== undefined) faults.push(fault);
    } else if (target.kind === 'profile') {
      const value = readProfileValue(profileReader(target.field), text, spot);
      if (typeof value === 'object') faults.push(value);
      else if (value !== undefined) profile[name] = value;
    }
  }
  return [...faults, ...strangers(profile, constants, questionnaire, register)];
}

/** The units that the register does not know. That a name is one of several units may be settled by the row. */
function strangers(
  profile: Readonly<Record<string, string | number>>,
  constants: readonly Constant[],
  questionnaire: Pick<Questionnaire, 'profile'>,
  register: Register | undefined,
): readonly Finding[] {
  if (register === undefined) return [];
  const placeOf = (field: string) =>
    constants.find(({ name }) => name === field)?.place ?? { file: register.file };
  const { faults } = registeredUnits(register, questionnaire).settle(profile, placeOf, new Map());
  return faults.filter(({ rule }) => rule === 'unit-unknown');
}
