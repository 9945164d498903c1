import { recordFormatForFile, recordFormats } from '../../export/record/formats.js';
import { makeRecord } from '../../export/record/record.js';
import { type RecordFormatName, recordFormatNames } from '../../export/record/record-format.js';
import type { Finding } from '../../finding/finding.js';
import { intake } from '../../intake/intake.js';
import type { Response } from '../../response/response.js';
import { exitCode, exitCodes, type FailOn } from '../exit-code.js';
import { diskFiles, writeWhole } from '../files/files.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import type { ConfigOptions } from '../policy/judge.js';
import { loadForUse } from '../project/load-for-use.js';
import { whatToAsk } from '../project/what-to-read.js';
import { responseInputs } from '../returns/inputs.js';
import { UsageError } from '../usage-error.js';

export interface RecordOptions extends ConfigOptions {
  /** Instead of the config's. */
  readonly questionnaire?: string;
  readonly format?: RecordFormatName;
  readonly output?: string;
  readonly failOn: FailOn;
  readonly color: boolean;
}

/** What was said, to be confirmed by those who said it; of one response, as nobody reads another one's. */
export async function record(file: string, options: RecordOptions, host: Host): Promise<number> {
  const { output } = options;
  const format =
    options.format === undefined
      ? output === undefined
        ? recordFormats.txt
        : recordFormatForFile(output)
      : recordFormats[options.format];
  if (format === undefined) {
    throw new UsageError(
      `${output}: no format of a record has this ending`,
      `Use one of ${recordFormatNames.join(', ')}, or say which with --format.`,
    );
  }
  const files = diskFiles(host.cwd);
  const { questionnaire } = await whatToAsk(options.questionnaire, options, host, files);
  const usable = loadForUse(questionnaire, files);
  await printFindings(usable.findings, host, files, options.color);
  if (usable.questionnaire === undefined) return exitCodes.couldNot;
  const findings: Finding[] = [];
  const responses: Response[] = [];
  let rejected = 0;
  for await (const batch of intake(usable.questionnaire, await responseInputs(host, [file]))) {
    responses.push(...batch.accepted.map(({ response }) => response));
    findings.push(...batch.findings, ...batch.rejected.flatMap((each) => each.findings));
    rejected += batch.rejected.length;
  }
  await printFindings(findings, host, files, options.color);
  const [response, ...others] = responses;
  if (response === undefined) return exitCodes.couldNot;
  if (others.length > 0) {
    throw new UsageError(
      `${file} holds ${responses.length} responses, and a record is of one`,
      'Name the file of one response, as `interview` writes it.',
    );
  }
  const text = format.write(makeRecord(usable.questionnaire, response));
  if (output === undefined) host.stdout.write(text);
  else writeWhole(host.cwd, output, [text]);
  return exitCode({ findings, rejected }, options.failOn);
}
