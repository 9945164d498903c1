import type { Finding } from '../../finding/finding.js';
import { noRows, withBatch } from '../../intake/ledger/row-counts.js';
import { exitCode, type FailOn } from '../exit-code.js';
import { diskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { writeFindings } from '../output/print-findings.js';
import { judgeResponses } from '../policy/judge.js';
import { type FindingOutput, outputsFor } from '../policy/outputs.js';
import { loadForUse } from '../project/load-for-use.js';
import { whatToRead } from '../project/what-to-read.js';
import { readReturns, wantsProgress } from '../returns/progress.js';
import { canBeRead, openReturns, type ReturnsOptions } from '../returns/returns.js';
import { returnsLine } from '../returns/returns-line.js';

export interface ValidateOptions extends ReturnsOptions {
  readonly format: readonly FindingOutput[];
  readonly failOn: FailOn;
  readonly color: boolean;
}

/** Findings in responses, cell by cell. */
export async function validate(
  args: readonly string[],
  options: ValidateOptions,
  host: Host,
): Promise<number> {
  const files = diskFiles(host.cwd);
  const { failOn, color } = options;
  const outputs = outputsFor(options.format, host.env);
  const toRead = await whatToRead(args, options, host, files);
  const usable = loadForUse(toRead.questionnaire, files);
  if (usable.questionnaire === undefined) {
    const report = { findings: usable.findings, checked: [toRead.questionnaire], failOn };
    await writeFindings(report, outputs, host, files, color);
    host.stderr.write(`${toRead.questionnaire} cannot be used: no response was looked at.\n`);
    return exitCode({ findings: usable.findings, couldNot: true }, failOn);
  }
  const returns = await openReturns(usable.questionnaire, toRead, options, host, files);
  const checked = returns.inputs.map(({ name }) => name);
  if (!canBeRead(returns)) {
    await writeFindings({ findings: returns.findings, checked, failOn }, outputs, host, files, color);
    host.stderr.write('What says how to read the responses has an error in it: none was looked at.\n');
    return exitCode({ findings: returns.findings, couldNot: true }, failOn);
  }
  const found: Finding[] = [...returns.findings];
  let rows = noRows;
  const batches = readReturns(usable.questionnaire, returns, host, wantsProgress(host, color, false));
  for await (const batch of batches) {
    rows = withBatch(rows, batch);
    for (const row of batch.rejected) found.push(...row.findings);
    found.push(...batch.findings);
  }
  const findings = await judgeResponses(found, options, host, files);
  await writeFindings({ findings, checked, failOn }, outputs, host, files, color);
  host.stderr.write(`${returnsLine(rows, 'valid')}\n`);
  return exitCode({ findings, rejected: rows.rejected }, failOn);
}
