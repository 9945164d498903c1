import { responseLines } from '../../export/responses/jsonl.js';
import type { Finding } from '../../finding/finding.js';
import type { OpenedTable, Rejected } from '../../intake/batch.js';
import { openLedger } from '../../intake/ledger/ledger.js';
import { questionnaireDigest } from '../../response/meaning/digest.js';
import { offersToCarry } from '../carry/offers-to-carry.js';
import type { CarryOptions } from '../carry/read-instruments.js';
import { exitCode, exitCodes, type FailOn } from '../exit-code.js';
import { diskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { digestedInput, fileDigest } from '../import/digests.js';
import { dryRun } from '../import/dry-run.js';
import { ledgerLines } from '../import/ledger-lines.js';
import { rejectsFile, writeRejects } from '../import/rejects.js';
import { responsesSink } from '../import/responses-sink.js';
import { checkLedgerFile, checkMapFile, writeLedger, writeMapDraft } from '../import/side-outputs.js';
import { printFindings } from '../output/print-findings.js';
import { loadForUse } from '../project/load-for-use.js';
import { whatToRead } from '../project/what-to-read.js';
import { readReturns, wantsProgress } from '../returns/progress.js';
import { type ReturnsOptions, returnsToRead } from '../returns/returns.js';

export interface ImportOptions extends ReturnsOptions, CarryOptions {
  readonly output?: string;
  readonly ledger?: string;
  readonly rejects?: string;
  readonly mapInit?: string;
  /** How many responses to show as they are understood, writing nothing. */
  readonly dryRun?: number;
  readonly failOn: FailOn;
  readonly color: boolean;
}

/** Tidies what came back: responses in one form, and an account of every row. */
export async function importReturns(
  args: readonly string[],
  options: ImportOptions,
  host: Host,
): Promise<number> {
  const files = diskFiles(host.cwd);
  const rejectsTo = options.rejects === undefined ? undefined : rejectsFile(options.rejects);
  if (options.ledger !== undefined) checkLedgerFile(options.ledger);
  if (options.mapInit !== undefined) checkMapFile(options.mapInit);
  const toRead = await whatToRead(args, options, host, files);
  const usable = loadForUse(toRead.questionnaire, files);
  await printFindings(usable.findings, host, files, options.color);
  if (usable.questionnaire === undefined) return exitCodes.couldNot;
  const { questionnaire } = usable;
  const returns = await returnsToRead(questionnaire, toRead, options, host, files);
  if (returns === undefined) return exitCodes.couldNot;
  const carry = await offersToCarry(
    { questionnaire, file: toRead.questionnaire, register: returns.register },
    options,
    files,
    host,
  );
  if (carry === 'unusable') return exitCodes.couldNot;
  const reading = { ...returns, options: { ...returns.options, carry } };
  if (options.dryRun !== undefined)
    return dryRun(questionnaire, reading, options.dryRun, host, files, options);

  // Only the ledger tells of digests, and they take their time.
  const digested = options.ledger === undefined ? undefined : returns.inputs.map(digestedInput);
  const book = openLedger();
  const findings: Finding[] = [];
  const rejected: Rejected[] = [];
  const opened: OpenedTable[] = [];
  const line = responseLines();
  const sink = responsesSink(options.output, host, options.ledger !== undefined);
  try {
    const inputs = digested?.map(({ input }) => input) ?? returns.inputs;
    const isShown = wantsProgress(host, options.color, options.output === undefined);
    for await (const batch of readReturns(questionnaire, { ...reading, inputs }, host, isShown)) {
      book.enter(batch);
      let text = '';
      for (const { response } of batch.accepted) text += line(response);
      if (text !== '') sink.write(text);
      for (const reject of batch.rejected) findings.push(...reject.findings);
      if (rejectsTo !== undefined) rejected.push(...batch.rejected);
      opened.push(...batch.opened);
      findings.push(...batch.findings);
    }
    const ledger = book.close();
    const { outputs, told } = sink.finish();
    if (options.mapInit !== undefined) writeMapDraft(options.mapInit, opened, host);
    const rejects =
      rejectsTo === undefined ? undefined : await writeRejects(rejectsTo, rejected, opened, host);
    outputs.push(...(rejects?.files ?? []));
    if (options.ledger !== undefined) {
      const { id, version } = questionnaire;
      const document = {
        questionnaire: { id, version, digest: questionnaireDigest(questionnaire) },
        inputs: digested?.map(({ digest }) => digest()) ?? [],
        readWith: [options.map, options.adjust, ...options.carry].flatMap((file) =>
          file === undefined ? [] : [fileDigest(host.cwd, file)],
        ),
        outputs,
        ledger,
      };
      writeLedger(options.ledger, document, host);
    }
    await printFindings(findings, host, files, options.color);
    host.stderr.write(`${ledgerLines(ledger)}${rejects?.told ?? ''}${told}`);
    const { refused, duplicates } = ledger.totals;
    const refusedDuplicates = options.duplicates === 'refuse' ? duplicates : 0;
    return exitCode(
      { findings: [...returns.findings, ...findings], rejected: refused + refusedDuplicates },
      options.failOn,
    );
  } catch (error) {
    sink.discard();
    throw error;
  }
}
