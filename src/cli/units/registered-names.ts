import { registerLookUp, unitText } from '../../intake/register/look-up.js';
import { lineOf, type Register, type RegisterUnit } from '../../intake/register/register.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import { UsageError } from '../usage-error.js';

/**
 * Units as answers are read to say them: whom the register knows by an id, an alias or another way of writing, by the name
 * that it has, with those that it belongs to. What it does not know stays as it is; what several units of different names are called is a
 * usage error, which says `where` it was so.
 */
export function registeredNames(
  units: Readonly<Record<string, string>>,
  register: Register | undefined,
  questionnaire: Pick<Questionnaire, 'profile'>,
  where = '--unit ',
): Readonly<Record<string, string>> {
  if (register === undefined) return units;
  const lookUp = registerLookUp(register);
  const names: Record<string, string> = { ...units };
  let within: RegisterUnit | undefined;
  for (const { id: level } of unitFields(questionnaire)) {
    const name = units[level];
    if (name === undefined) continue;
    const found = lookUp(level, name, within?.id);
    if (found.kind === 'unit') {
      within = found.unit;
      for (const unit of lineOf(register, found.unit)) names[unit.level] = unitText(lookUp, unit);
    } else if (found.kind === 'ambiguous') {
      // Every authority may have a department that is called so, and has one name for it.
      const [common, ...others] = new Set(found.units.map((unit) => unitText(lookUp, unit)));
      if (others.length > 0) throw ambiguous(`${where}${level}=${name}`, found.units, register);
      if (common !== undefined) names[level] = common;
    }
  }
  return names;
}

function ambiguous(what: string, units: readonly RegisterUnit[], { file }: Register): UsageError {
  return new UsageError(
    `${what}: several units in ${file} are called so`,
    `Name one by its id: ${units.map(({ id, title }) => `${id} (${title})`).join(', ')}.`,
  );
}
