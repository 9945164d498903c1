import { type Questionnaire, unitFields } from './questionnaire.js';

/** What people call the unit that a profile is of, from the outermost unit field in: `Northbridge › Housing`. Empty where none is filled in. */
export function unitNameIn(
  questionnaire: Pick<Questionnaire, 'profile'>,
  profile: Readonly<Record<string, string | number>>,
): string {
  return unitFields(questionnaire)
    .flatMap(({ id }) => profile[id] ?? [])
    .join(' › ');
}
