import type { Finding } from '../../finding/finding.js';
import { intake } from '../../intake/intake.js';
import { exitCode, type FailOn } from '../exit-code.js';
import { diskFiles } from '../files.js';
import type { Host } from '../host.js';
import { responseInputs } from '../inputs.js';
import { loadForUse } from '../load.js';
import { type ConfigOptions, judgeResponses } from '../policy/judge.js';
import { type FindingOutput, outputsFor } from '../policy/outputs.js';
import { writeFindings } from '../print.js';
import { wantsProgress, watched } from '../progress.js';
import { returnsLine } from '../returns-line.js';

export interface ValidateOptions extends ConfigOptions {
  readonly format: readonly FindingOutput[];
  readonly failOn: FailOn;
  readonly color: boolean;
}

/** Findings in responses, cell by cell. */
export async function validate(
  questionnaireFile: string,
  paths: readonly string[],
  options: ValidateOptions,
  host: Host,
): Promise<number> {
  const files = diskFiles(host.cwd);
  const { failOn, color } = options;
  const outputs = outputsFor(options.format, host.env);
  const usable = loadForUse(questionnaireFile, files);
  if (usable.questionnaire === undefined) {
    const report = { findings: usable.findings, checked: [questionnaireFile], failOn };
    await writeFindings(report, outputs, host, files, color);
    host.stderr.write(`${questionnaireFile} cannot be used: no response was looked at.\n`);
    return exitCode({ findings: usable.findings, couldNot: true }, failOn);
  }
  const found: Finding[] = [];
  let accepted = 0;
  let rejected = 0;
  const { inputs, batches } = watched(
    host,
    await responseInputs(host, paths),
    wantsProgress(host, color, false),
  );
  for await (const batch of batches(intake(usable.questionnaire, inputs))) {
    accepted += batch.accepted.length;
    rejected += batch.rejected.length;
    for (const row of batch.rejected) found.push(...row.findings);
    found.push(...batch.findings);
  }
  const findings = await judgeResponses(found, options, host, files);
  const checked = inputs.map(({ name }) => name);
  await writeFindings({ findings, checked, failOn }, outputs, host, files, color);
  host.stderr.write(`${returnsLine(accepted, rejected, 'valid')}\n`);
  return exitCode({ findings, rejected }, failOn);
}
