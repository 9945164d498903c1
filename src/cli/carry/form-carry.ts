import { type Finding, finding } from '../../finding/finding.js';
import { unitNameIn } from '../../questionnaire/unit-name.js';
import type { CarryOffers, Receiver } from '../../response/carry/carry-offers.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { offersToCarry } from './offers-to-carry.js';
import type { AskedNow, CarryOptions } from './read-instruments.js';

/** What a form is filled in with for a unit; nothing where no answers are carried. */
export type FormOffers = (receiver: Receiver) => { readonly offers?: CarryOffers };

/** Answers to be brought over into forms, and what is to be said of them once all forms are made. */
export interface FormCarry {
  readonly offersFor: FormOffers;
  readonly findings: () => readonly Finding[];
}

export async function formCarry(
  asked: AskedNow,
  options: CarryOptions & { readonly color: boolean },
  files: DiskFiles,
  host: Host,
): Promise<FormCarry | undefined | 'unusable'> {
  const offersFor = await offersToCarry(asked, options, files, host);
  if (offersFor === undefined || offersFor === 'unusable') return offersFor;
  const place = { file: asked.file };
  const strangers: string[] = [];
  const ties: Finding[] = [];
  return {
    offersFor: (receiver) => {
      const offers = offersFor(receiver);
      const unit = unitNameIn(asked.questionnaire, receiver.profile);
      if (offers.responses === 0) strangers.push(unit);
      for (const tie of offers.ties) ties.push(finding('carry-tie', place, { ...tie, unit }));
      return { offers };
    },
    findings: () =>
      strangers.length === 0 ? ties : [finding('carry-no-unit', place, { units: strangers }), ...ties],
  };
}
