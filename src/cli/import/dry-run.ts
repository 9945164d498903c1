import { understoodText } from '../../export/intake/understood.js';
import type { Finding } from '../../finding/finding.js';
import type { Accepted, OpenedTable } from '../../intake/batch.js';
import { intake } from '../../intake/intake.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { exitCode, type FailOn } from '../exit-code.js';
import type { DiskFiles } from '../files.js';
import type { Host } from '../host.js';
import { printFindings } from '../print.js';
import type { Returns } from '../returns.js';

/** Shows what each column is taken for and the first responses as they are understood, and writes nothing. */
export async function dryRun(
  questionnaire: Questionnaire,
  { inputs, options }: Returns,
  most: number,
  host: Host,
  files: DiskFiles,
  { failOn, color }: { readonly failOn: FailOn; readonly color: boolean },
): Promise<number> {
  const findings: Finding[] = [];
  const opened: OpenedTable[] = [];
  const first: Accepted[] = [];
  let rejected = 0;
  for await (const batch of intake(questionnaire, inputs, options)) {
    opened.push(...batch.opened);
    first.push(...batch.accepted.slice(0, most - first.length));
    for (const reject of batch.rejected) findings.push(...reject.findings);
    rejected += batch.rejected.length;
    findings.push(...batch.findings);
  }
  host.stdout.write(understoodText(questionnaire, opened, first));
  await printFindings(findings, host, files, color);
  host.stderr.write('Nothing was written: this is a dry run.\n');
  return exitCode({ findings, rejected }, failOn);
}
