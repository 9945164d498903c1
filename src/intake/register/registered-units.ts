import { type Finding, finding, type Place } from '../../finding/finding.js';
import { type ProfileField, type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import { countOne, type Tally } from '../tally.js';
import { type LookedUp, registerLookUp, unitText } from './look-up.js';
import { lineOf, type Register, type RegisterUnit } from './register.js';

export type Profile = Readonly<Record<string, string | number>>;

/** Who answers, as the register has it. */
export interface SettledProfile {
  /** Units by one name each, and what the register says of them instead of what respondents do. */
  readonly profile: Profile;
  /** The fields that the register has filled in. */
  readonly given: ReadonlySet<string>;
  /** Units that the register does not know, or not apart. */
  readonly faults: readonly Finding[];
}

/** Goes by a register in what responses say of who answers. */
export interface RegisteredUnits {
  /** The unit fields that the register has units of; in others, units are what respondents call them. */
  readonly levels: ReadonlySet<string>;
  /** The profile fields that it says something of, of whatever unit. */
  readonly fields: ReadonlySet<string>;
  /** Those of them that a response must have, be it from the register. */
  readonly required: readonly ProfileField[];
  /** Settles one profile; where respondents say something else of a unit, that is counted for a finding. */
  readonly settle: (said: Profile, placeOf: (field: string) => Place, tally: Tally) => SettledProfile;
}

/** Of how many cells it is remembered which unit they mean. */
const mostKnown = 2000;

export function registeredUnits(
  register: Register,
  questionnaire: Pick<Questionnaire, 'profile'>,
): RegisteredUnits {
  const { file, units } = register;
  const lookUp = registerLookUp(register);
  const levels = new Set(units.map(({ level }) => level));
  const fields = new Set(units.flatMap(({ profile }) => Object.keys(profile)));
  const unitLevels = unitFields(questionnaire).filter(({ id }) => levels.has(id));
  const texts = new Map(units.map((unit) => [unit, unitText(lookUp, unit)]));
  const known = new Map<string, LookedUp>();

  function find(level: string, text: string, within: RegisterUnit | undefined): LookedUp {
    const key = `${level}\n${within?.id ?? ''}\n${text}`;
    const found = known.get(key) ?? lookUp(level, text, within?.id);
    if (known.size < mostKnown) known.set(key, found);
    return found;
  }

  function settle(said: Profile, placeOf: (field: string) => Place, tally: Tally): SettledProfile {
    const found: RegisterUnit[] = [];
    const faults: Finding[] = [];
    for (const { id: level } of unitLevels) {
      const name = said[level];
      if (name === undefined) continue;
      const looked = find(level, String(name), found.at(-1));
      if (looked.kind === 'unit') found.push(looked.unit);
      else if (looked.kind === 'unknown') {
        const within = found.at(-1)?.title;
        const args = { name: level, found: String(name), file, within, suggestion: looked.suggestion };
        faults.push(finding('unit-unknown', placeOf(level), args));
      } else if (faults.length === 0) {
        // With an outer unit that is not known, it is no wonder that an inner one cannot be told from others.
        const ids = looked.units.map(({ id }) => id);
        faults.push(
          finding('unit-ambiguous', placeOf(level), { name: level, found: String(name), file, ids }),
        );
      }
    }
    const names: [string, string][] = [];
    const given = new Map<string, string | number>();
    for (const unit of new Set(found.flatMap((each) => lineOf(register, each)))) {
      names.push([unit.level, texts.get(unit) ?? unit.title]);
      for (const [field, value] of Object.entries(unit.profile)) {
        const other = said[field];
        if (other !== undefined && other !== value) {
          const place = placeOf(field);
          countOne(tally, `unit-attribute-differs ${unit.id} ${field} ${other}`, (responses) =>
            finding('unit-attribute-differs', place, {
              name: field,
              found: String(other),
              unit: unit.title,
              registered: String(value),
              responses,
            }),
          );
        }
        given.set(field, value);
      }
    }
    return {
      profile: { ...said, ...Object.fromEntries(names), ...Object.fromEntries(given) },
      given: new Set(given.keys()),
      faults,
    };
  }

  return {
    levels,
    fields,
    required: questionnaire.profile.filter(({ id, required }) => required && fields.has(id)),
    settle,
  };
}
