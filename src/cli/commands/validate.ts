import type { FindingFormat } from '../../export/findings/names.js';
import type { Finding } from '../../finding/finding.js';
import { intake } from '../../intake/intake.js';
import { exitCode, exitCodes, type FailOn } from '../exit-code.js';
import { diskFiles } from '../files.js';
import type { Host } from '../host.js';
import { responseInputs } from '../inputs.js';
import { loadForUse } from '../load.js';
import { printFindings, writeFindings } from '../print.js';
import { returnsLine } from '../returns-line.js';

export interface ValidateOptions {
  readonly format: FindingFormat;
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
  const usable = loadForUse(questionnaireFile, files);
  if (usable.questionnaire === undefined) {
    await printFindings(usable.findings, host, files, options.color);
    return exitCodes.findings;
  }
  const findings: Finding[] = [];
  let accepted = 0;
  let rejected = 0;
  for await (const batch of intake(usable.questionnaire, responseInputs(host, paths))) {
    accepted += batch.accepted.length;
    rejected += batch.rejected.length;
    for (const row of batch.rejected) findings.push(...row.findings);
    findings.push(...batch.findings);
  }
  await writeFindings(findings, options.format, host.stdout, host, files, options.color);
  host.stderr.write(`${returnsLine(accepted, rejected, 'valid')}\n`);
  return exitCode({ findings, rejected }, options.failOn);
}
