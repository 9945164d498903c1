import { type Finding, finding } from '../../finding/finding.js';
import { registeredUnits } from '../../intake/register/registered-units.js';
import type { FrontEndOptions } from '../../interview/conversation.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';
import { namesToChoose, type Units } from '../form/presets.js';

/** What a register has to say while somebody is asked which unit answers. */
export interface AskedUnits extends Pick<FrontEndOptions, 'unitNames' | 'registered'> {
  /** What is told of units that it does not know. */
  readonly strangers: (profile: Response['profile']) => readonly Finding[];
}

export function askedUnits(units: Units | undefined, questionnaire: Questionnaire): AskedUnits {
  if (units === undefined) return { unitNames: () => [], registered: () => ({}), strangers: () => [] };
  const { settle } = registeredUnits(units.register, questionnaire);
  const settled = (profile: Response['profile']) => settle(profile, () => ({ file: '' }), new Map());
  return {
    unitNames: (field, profile) => {
      const said = settled(profile).profile;
      const known = new Map(Object.entries(said).map(([id, value]) => [id, [value]]));
      return namesToChoose(units, { profile: said, known })(field);
    },
    registered: (profile) => {
      const { profile: all, given } = settled(profile);
      return Object.fromEntries(Object.entries(all).filter(([id]) => given.has(id)));
    },
    strangers: (profile) =>
      settled(profile).faults.flatMap((fault) => {
        if (fault.rule !== 'unit-unknown' && fault.rule !== 'unit-ambiguous') return [];
        const { name, found, file } = fault.args;
        return finding('asked-unit-unknown', { file: 'interview' }, { name, found, file });
      }),
  };
}
