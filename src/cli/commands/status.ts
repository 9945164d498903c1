import { type ReturnStatus, returnStatus } from '../../compare/return-status.js';
import { statusTable } from '../../export/status/status-table.js';
import type { Finding } from '../../finding/finding.js';
import { count } from '../../finding/words.js';
import { noRows, withBatch } from '../../intake/ledger/row-counts.js';
import { exitCode, exitCodes, type FailOn } from '../exit-code.js';
import { diskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import { type OutputOptions, tableFormatFor, writeTable } from '../output/write-table.js';
import { loadForUse } from '../project/load-for-use.js';
import { whatToRead } from '../project/what-to-read.js';
import { readReturns, wantsProgress } from '../returns/progress.js';
import { type ReturnsOptions, returnsToRead } from '../returns/returns.js';
import { returnsLine } from '../returns/returns-line.js';

export interface StatusOptions extends OutputOptions, ReturnsOptions {
  readonly failOn: FailOn;
}

/** What is returned, missing and partly answered, by unit and mode. */
export async function status(args: readonly string[], options: StatusOptions, host: Host): Promise<number> {
  const files = diskFiles(host.cwd);
  tableFormatFor(options);
  const toRead = await whatToRead(args, options, host, files);
  const usable = loadForUse(toRead.questionnaire, files);
  await printFindings(usable.findings, host, files, options.color);
  if (usable.questionnaire === undefined) return exitCodes.couldNot;
  const { questionnaire } = usable;
  // That nothing has come back yet is an answer here.
  const asked = { ...options, whenNothing: 'told' } as const;
  const returns = await returnsToRead(questionnaire, toRead, asked, host, files);
  if (returns === undefined) return exitCodes.couldNot;

  const collected = returnStatus(questionnaire, returns.units.answering);
  const findings: Finding[] = [];
  let rows = noRows;
  const isShown = wantsProgress(host, options.color, false);
  for await (const batch of readReturns(questionnaire, returns, host, isShown)) {
    for (const { response, resolved } of batch.accepted) collected.add(response, resolved);
    rows = withBatch(rows, batch);
    findings.push(...batch.rejected.flatMap((row) => row.findings), ...batch.findings);
  }
  const returned = collected.finish();
  await writeTable(statusTable(questionnaire, returned), options, host);
  await printFindings(findings, host, files, options.color);
  host.stderr.write(`${returnsLine(rows, 'read')}\n${unitsLine(returned)}\n`);
  return exitCode(
    { findings: [...usable.findings, ...returns.findings, ...findings], rejected: rows.rejected },
    options.failOn,
  );
}

/** `12 units: 7 returned, 2 partly, 3 missing.` A unit counts by the best that came back of it, once a wave. */
function unitsLine(rows: readonly ReturnStatus[]): string {
  const units = new Map<string, ReturnStatus['state']>();
  for (const { path, wave, state } of rows) {
    const key = JSON.stringify([wave, path]);
    if (state === 'returned' || !units.has(key)) units.set(key, state);
  }
  const states = [...units.values()];
  const parts = (['returned', 'partly', 'missing'] as const).map((state) => {
    const number = states.filter((each) => each === state).length;
    return `${number.toLocaleString('en-GB')} ${state}`;
  });
  return `${count(states.length, 'unit')}: ${parts.join(', ')}.`;
}
