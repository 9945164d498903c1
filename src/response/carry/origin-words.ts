import type { CarriedFrom } from '../response.js';

/** Where an answer that is brought over was given: `Data maturity 1.2.0, wave 2025, 2025-11-03`. */
export function originWords(
  { questionnaire, version, wave, completed }: CarriedFrom,
  title?: string,
): string {
  return [
    `${title ?? questionnaire} ${version}`,
    ...(wave === undefined ? [] : [`wave ${wave}`]),
    ...(completed === undefined ? [] : [completed.slice(0, 10)]),
  ].join(', ');
}
