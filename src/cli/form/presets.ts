import { textOf } from '../../finding/catalogue.js';
import { suggest } from '../../finding/suggest.js';
import { and, didYouMean, oneOf, shown } from '../../finding/words.js';
import { type LookUp, registerLookUp, unitText } from '../../intake/register/look-up.js';
import { answeringUnits, lineOf, type Register, type RegisterUnit } from '../../intake/register/register.js';
import type { ProfileField, Questionnaire } from '../../questionnaire/questionnaire.js';
import { profileReader, readProfileValue } from '../../response/reading/read-profile.js';
import { UsageError } from '../usage-error.js';

/** What is filled in beforehand. */
export interface Preset {
  readonly profile: Readonly<Record<string, string | number>>;
  /** All that an expression may see in these fields: of a unit, its id or its title. */
  readonly known: ReadonlyMap<string, readonly (string | number)[]>;
}

/** The units of a register, for filling in and for choosing from. */
export interface Units {
  readonly register: Register;
  readonly lookUp: LookUp;
}

export function unitsOf(register: Register): Units {
  return { register, lookUp: registerLookUp(register) };
}

/** What `--set field=value` says, each time it is given. */
export function presetOf(
  settings: readonly string[],
  { profile: fields }: Pick<Questionnaire, 'profile'>,
  units: Units | undefined,
): Preset {
  const given = settings.map((setting) => {
    const at = setting.indexOf('=');
    if (at < 1) {
      throw new UsageError(
        `--set ${shown(setting)} says no field and value`,
        'As in `--set department=Housing`.',
      );
    }
    return { field: fieldOf(fields, setting.slice(0, at).trim()), text: setting.slice(at + 1).trim() };
  });
  // From the outermost unit in, so that each is looked up within the one before.
  const order = fields.flatMap((field) => given.filter((each) => each.field === field));
  return order.reduce<Preset>(
    (preset, { field, text }) => {
      if (field.unit && units !== undefined) {
        return merged(preset, unitPreset(units, unitOf(units, field, text, preset)));
      }
      const value = readSetting(field, text);
      return merged(preset, { profile: { [field.id]: value }, known: new Map([[field.id, [value]]]) });
    },
    { profile: {}, known: new Map() },
  );
}

function fieldOf(fields: readonly ProfileField[], id: string): ProfileField {
  const field = fields.find((each) => each.id === id);
  if (field !== undefined) return field;
  const ids = fields.map((each) => each.id);
  throw new UsageError(
    `there is no profile field \`${id}\`${didYouMean(suggest(id, ids))}`,
    ids.length === 0 ? 'The questionnaire has none.' : `Its profile fields are ${and(ids)}.`,
  );
}

function readSetting(field: ProfileField, text: string): string | number {
  const spot = { place: { file: '' }, name: field.id };
  const value = readProfileValue(profileReader(field), text, spot);
  if (value === undefined) throw new UsageError(`--set ${field.id}= says no value`);
  if (typeof value === 'object') throw new UsageError(`--set: ${textOf(value)}`);
  return value;
}

function unitOf(
  { register, lookUp }: Units,
  field: ProfileField,
  text: string,
  preset: Preset,
): RegisterUnit {
  const parents = register.units.filter(
    ({ id, level }) => level !== field.id && preset.known.get(level)?.includes(id) === true,
  );
  const found = lookUp(field.id, text, parents.at(-1)?.id);
  switch (found.kind) {
    case 'unit':
      return found.unit;
    case 'ambiguous': {
      const ids = found.units.map(({ id }) => id);
      throw new UsageError(
        `${shown(text)} is the name of several units`,
        `Say which by its id: ${oneOf(ids)}.`,
      );
    }
    case 'unknown':
      throw new UsageError(
        `${register.file} has no \`${field.id}\` called ${shown(text)}${didYouMean(found.suggestion)}`,
      );
  }
}

/** A unit with those that it belongs to, and what the register says of them. */
export function unitPreset({ register, lookUp }: Units, unit: RegisterUnit): Preset {
  return lineOf(register, unit).reduce<Preset>(
    (preset, each) => {
      const name = unitText(lookUp, each);
      const said = Object.entries(each.profile).map(([id, value]): [string, readonly (string | number)[]] => [
        id,
        [value],
      ]);
      return merged(preset, {
        profile: { ...each.profile, [each.level]: name },
        known: new Map([...said, [each.level, [each.id, each.title]]]),
      });
    },
    { profile: {}, known: new Map() },
  );
}

/** The second one wins. */
export function merged(first: Preset, second: Preset): Preset {
  return {
    profile: { ...first.profile, ...second.profile },
    known: new Map([...first.known, ...second.known]),
  };
}

/** The units to write a form for: those that answer, and that belong to whichever units are set. */
export function unitsWithin(
  { register }: Units,
  set: Preset,
  fields: readonly ProfileField[],
): readonly RegisterUnit[] {
  return answeringUnits(register).filter((unit) => {
    const line = lineOf(register, unit);
    return fields.every(({ id: field, unit: isUnit }) => {
      const wanted = isUnit ? set.known.get(field) : undefined;
      return wanted === undefined || line.some(({ id, level }) => level === field && wanted.includes(id));
    });
  });
}

/** The names that can be chosen from for a unit field, where those further out are known. */
export function namesToChoose(
  units: Units | undefined,
  preset: Preset,
): (field: string) => readonly string[] {
  if (units === undefined) return () => [];
  const { register, lookUp } = units;
  const isMeant = (unit: RegisterUnit) => {
    const wanted = preset.known.get(unit.level);
    return wanted === undefined || wanted.includes(unit.id) || wanted.includes(unitText(lookUp, unit));
  };
  return (field) => {
    const names = register.units
      .filter(
        (unit) =>
          unit.level === field &&
          unit.becomes === undefined &&
          lineOf(register, unit).every((outer) => outer === unit || isMeant(outer)),
      )
      .map((unit) => unitText(lookUp, unit));
    return [...new Set(names)];
  };
}
