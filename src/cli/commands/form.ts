import { askedOf, type Form } from '../../export/form/form.js';
import type { FormFormat } from '../../export/form/form-format.js';
import { formFormatForFile, formFormats } from '../../export/form/formats.js';
import { makeForm } from '../../export/form/make-form.js';
import type { Finding } from '../../finding/finding.js';
import { and, count } from '../../finding/words.js';
import { intake } from '../../intake/intake.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';
import { type FormOffers, formCarry } from '../carry/form-carry.js';
import type { CarryOptions } from '../carry/read-instruments.js';
import { exitCode, exitCodes, type FailOn } from '../exit-code.js';
import { type DiskFiles, diskFiles, writeWhole } from '../files/files.js';
import { fileNames } from '../form/file-names.js';
import {
  merged,
  namesToChoose,
  type Preset,
  presetOf,
  type Units,
  unitPreset,
  unitsOf,
  unitsWithin,
} from '../form/presets.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import { keepApart } from '../overwriting/written-files.js';
import { loadForUse } from '../project/load-for-use.js';
import { responseInputs } from '../returns/inputs.js';
import { loadRegister } from '../units/load-register.js';
import { UsageError } from '../usage-error.js';

export interface FormCommandOptions extends CarryOptions {
  readonly output: string;
  readonly set: readonly string[];
  readonly wave?: string;
  readonly units?: string;
  readonly for?: string;
  readonly from?: string;
  readonly only?: 'open';
  readonly failOn: FailOn;
  readonly color: boolean;
}

/** A form, and the file that it goes to. */
interface Planned {
  readonly file: string;
  readonly form: Form;
}

/** A form to send out, blank or filled in beforehand, or a handout to read. */
export async function form(
  questionnaireFile: string,
  options: FormCommandOptions,
  host: Host,
): Promise<number> {
  const format = formatFor(options);
  refuseContradictions(options, format);
  const files = diskFiles(host.cwd);
  const { questionnaire, findings } = loadForUse(questionnaireFile, files);
  await printFindings(findings, host, files, options.color);
  if (questionnaire === undefined) return exitCodes.couldNot;
  const found: Finding[] = [];
  const report = async (more: readonly Finding[]) => {
    found.push(...more);
    await printFindings(more, host, files, options.color);
  };
  const units = await loadUnits(options, files, questionnaire, report);
  if (units === 'unusable') return exitCodes.couldNot;
  const preset = presetOf(options.set, questionnaire, units);
  const returned =
    options.from === undefined ? undefined : await readReturned(questionnaire, options.from, host);
  await report(returned?.findings ?? []);
  const carried = await formCarry(
    { questionnaire, file: questionnaireFile, register: units?.register },
    options,
    files,
    host,
  );
  if (carried === 'unusable') return exitCodes.couldNot;
  const offersFor = carried?.offersFor ?? nothingToOffer;
  const planned =
    returned === undefined
      ? planForms(questionnaire, preset, units, options, offersFor)
      : planFollowUps(questionnaire, preset, units, returned.responses, options, offersFor);
  await report(carried?.findings() ?? []);
  const forms = planned.map(({ file }) => ({ option: '-o', file }));
  keepApart(forms, [...files.seen(), ...(returned?.files ?? [])], host);
  for (const { file, content } of await written(planned, format)) writeWhole(host.cwd, file, [content]);
  host.stderr.write(summary(planned, questionnaire, returned?.responses.length));
  return exitCode({ findings: [...findings, ...found], rejected: returned?.rejected ?? 0 }, options.failOn);
}

function formatFor({ output }: FormCommandOptions): FormFormat {
  const format = formFormatForFile(output);
  if (format !== undefined) return format;
  const endings = formFormats.flatMap(({ extensions }) => extensions).map((ending) => `.${ending}`);
  throw new UsageError(
    `the ending of ${output} names no format for a form`,
    `Use one of ${and(endings).replace(' and ', ' or ')}.`,
  );
}

function refuseContradictions(options: FormCommandOptions, { fillable, name }: FormFormat): void {
  const { from, only, output } = options;
  if (only !== undefined && from === undefined) {
    throw new UsageError(
      '--only needs --from',
      'It leaves out what the responses named there have answered.',
    );
  }
  if (options.for !== undefined && from !== undefined) {
    throw new UsageError(
      '--for and --from cannot go together',
      '--from writes a form for each response, and takes the units from there.',
    );
  }
  if (options.for !== undefined && options.units !== undefined) {
    throw new UsageError('--for and --units are one register', 'The one named by --for is used for both.');
  }
  if (from !== undefined && !fillable) {
    throw new UsageError(
      `a handout (.${name}) has no place for answers`,
      'Write .xlsx or .csv, or leave --from out.',
    );
  }
  if (output.includes('{unit}') && options.for === undefined) {
    throw new UsageError(`{unit} in ${output} stands for nothing`, 'Name the units with --for units.csv.');
  }
  if (output.includes('{id}') && from === undefined) {
    throw new UsageError(
      `{id} in ${output} stands for nothing`,
      'Name responses with --from responses.jsonl.',
    );
  }
}

async function loadUnits(
  options: FormCommandOptions,
  files: DiskFiles,
  questionnaire: Questionnaire,
  report: (findings: readonly Finding[]) => Promise<void>,
): Promise<Units | undefined | 'unusable'> {
  const file = options.for ?? options.units;
  if (file === undefined) return undefined;
  const { register, findings } = await loadRegister(file, files, questionnaire);
  await report(findings);
  return register === undefined ? 'unusable' : unitsOf(register);
}

/** One form, or one for each unit. */
function planForms(
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
function planFollowUps(
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

interface Returned {
  readonly files: readonly string[];
  readonly responses: readonly Response[];
  readonly findings: readonly Finding[];
  readonly rejected: number;
}

async function readReturned(questionnaire: Questionnaire, path: string, host: Host): Promise<Returned> {
  const responses: Response[] = [];
  const findings: Finding[] = [];
  let rejected = 0;
  const inputs = await responseInputs(host, [path]);
  for await (const batch of intake(questionnaire, inputs)) {
    responses.push(...batch.accepted.map(({ response }) => response));
    findings.push(...batch.rejected.flatMap((row) => row.findings), ...batch.findings);
    rejected += batch.rejected.length;
  }
  return { files: inputs.map(({ name }) => name), responses, findings, rejected };
}

/** All contents before any file, so that what cannot be written leaves none behind. */
async function written(
  planned: readonly Planned[],
  format: FormFormat,
): Promise<readonly { readonly file: string; readonly content: string | Uint8Array }[]> {
  const contents: { file: string; content: string | Uint8Array }[] = [];
  for (const { file, form: made } of planned) {
    if (made.parts.length === 0) throw new UsageError('with what is set, no question is left to ask');
    const { content, unfit } = await format.write(made);
    if (unfit !== undefined) throw new UsageError(`${file}: ${unfit}`, 'Write .csv instead.');
    contents.push({ file, content });
  }
  return contents;
}

/** No answers are carried. */
function nothingToOffer(): ReturnType<FormOffers> {
  return {};
}

/** `forms/e1.xlsx and 3 more: 4 forms.`, and what was left out of them. */
function summary(
  planned: readonly Planned[],
  { questions }: Questionnaire,
  responses: number | undefined,
): string {
  const lines: string[] = [];
  const [first] = planned;
  if (first !== undefined) {
    const rest = planned.length === 1 ? '' : ` and ${planned.length - 1} more`;
    lines.push(`${first.file}${rest}: ${count(planned.length, 'form')} written.`);
  }
  const carried = planned.map(({ form: { duration } }) => duration.carried).filter((n) => n > 0);
  if (carried.length > 0) {
    const answers = carried.reduce((sum, n) => sum + n, 0);
    lines.push(
      `Brought over, to be confirmed: ${count(answers, 'answer')} in ${count(carried.length, 'form')}.`,
    );
  }
  const settled = (responses ?? planned.length) - planned.length;
  if (settled > 0)
    lines.push(
      `${count(settled, 'response')} left nothing open: no form for ${settled === 1 ? 'it' : 'them'}.`,
    );
  const [only] = planned.length === 1 && responses === undefined ? planned : [];
  if (only !== undefined) {
    const asked = new Set(only.form.parts.flatMap(askedOf).map(({ question }) => question.id));
    const out = questions.filter(({ id }) => !asked.has(id)).map(({ id }) => id);
    if (out.length > 0) {
      lines.push(`Left out, since ${out.length === 1 ? 'it' : 'they'} can never be asked here: ${and(out)}.`);
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}
