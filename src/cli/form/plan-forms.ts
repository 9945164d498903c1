import type { Form } from '../../export/form/form.js';
import { makeForm } from '../../export/form/make-form.js';
import { count } from '../../finding/words.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';
import type { FormOffers } from '../carry/form-carry.js';
import { UsageError } from '../usage-error.js';
import { fileNames } from './file-names.js';
import type { FormCommandOptions } from './options.js';
import { merged, namesToChoose, type Preset, type Units, unitPreset, unitsWithin } from './presets.js';

/** A form, and the file that it goes to. */
export interface Planned {
  readonly file: string;
  readonly form: Form;
}

/** One form, or one for each unit. */
export function planForms(
  questionnaire: Questionnaire,
  set: Preset,
  units: Units | undefined,
  options: FormCommandOptions,
  offersFor: FormOffers,
): readonly Planned[] {
  const { output, wave } = options;
  const make = (preset: Preset) =>
    makeForm(questionnaire, {
      ...preset,
      ...offersFor({ profile: preset.profile, wave }),
      units: namesToChoose(units, preset),
      ...(wave === undefined ? {} : { wave }),
    });
  if (options.for === undefined || units === undefined) return [{ file: output, form: make(set) }];
  const addressed = unitsWithin(units, set, questionnaire.profile);
  if (addressed.length === 0) throw new UsageError(`${options.for} has no unit to write a form for`);
  const names = filesFor(
    output,
    '{unit}',
    addressed.map(({ id }) => id),
    'units',
  );
  return addressed.map((unit, i) => ({
    file: names[i] ?? output,
    form: make(merged(unitPreset(units, unit), set)),
  }));
}

/** A form for each response; none for one that leaves nothing open. */
export function planFollowUps(
  questionnaire: Questionnaire,
  { profile }: Preset,
  units: Units | undefined,
  responses: readonly Response[],
  { output, wave, only, from = '' }: FormCommandOptions,
  offersFor: FormOffers,
): readonly Planned[] {
  if (responses.length === 0) throw new UsageError(`${from} has no response to fill in a form from`);
  const names = filesFor(
    output,
    '{id}',
    responses.map(({ id }) => id),
    'responses',
  );
  return responses.flatMap((response, i) => {
    const made = makeForm(questionnaire, {
      profile,
      response,
      ...offersFor({
        ...response,
        wave: wave ?? response.wave,
        profile: { ...response.profile, ...profile },
      }),
      units: namesToChoose(units, { profile, known: new Map() }),
      ...(wave === undefined ? {} : { wave }),
      ...(only === undefined ? {} : { only }),
    });
    return only !== undefined && made.parts.length === 0 ? [] : [{ file: names[i] ?? output, form: made }];
  });
}

function filesFor(
  output: string,
  placeholder: '{unit}' | '{id}',
  ids: readonly string[],
  what: string,
): readonly string[] {
  if (ids.length > 1 && !output.includes(placeholder)) {
    throw new UsageError(
      `${count(ids.length, 'form')} would all go to ${output}`,
      `Put ${placeholder} into the file's name, so that each of the ${what} has a file of its own.`,
    );
  }
  return fileNames(ids).map((name) => output.replaceAll(placeholder, name));
}
