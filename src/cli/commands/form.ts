import type { FormFormat } from '../../export/form/form-format.js';
import type { Finding } from '../../finding/finding.js';
import { intake } from '../../intake/intake.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';
import { type FormOffers, formCarry } from '../carry/form-carry.js';
import { exitCode, exitCodes } from '../exit-code.js';
import { type DiskFiles, diskFiles, writeWhole } from '../files/files.js';
import { formatFor } from '../form/format-for.js';
import type { FormCommandOptions } from '../form/options.js';
import { type Planned, planFollowUps, planForms } from '../form/plan-forms.js';
import { presetOf, type Units, unitsOf } from '../form/presets.js';
import { summary } from '../form/summary.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import { keepApart } from '../overwriting/written-files.js';
import { loadForUse } from '../project/load-for-use.js';
import { responseInputs } from '../returns/inputs.js';
import { loadRegister } from '../units/load-register.js';
import { UsageError } from '../usage-error.js';

/** A form to send out, blank or filled in beforehand, or a handout to read. */
export async function form(
  questionnaireFile: string,
  options: FormCommandOptions,
  host: Host,
): Promise<number> {
  const format = formatFor(options);
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
