import { understoodText } from '../../export/intake/understood.js';
import type { Finding } from '../../finding/finding.js';
import type { Accepted, OpenedTable } from '../../intake/batch.js';
import { intake } from '../../intake/intake.js';
import { openLedger } from '../../intake/ledger/ledger.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { exitCode, type FailOn } from '../exit-code.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import type { Returns } from '../returns/returns.js';
import { ledgerLines } from './ledger-lines.js';

/** Shows what each column is taken for and the first responses of each table as they are understood, and writes nothing. */
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
  const book = openLedger();
  const first = firstOfEach(most);
  for await (const batch of intake(questionnaire, inputs, options)) {
    book.enter(batch);
    opened.push(...batch.opened);
    for (const accepted of batch.accepted) first.take(accepted);
    for (const reject of batch.rejected) findings.push(...reject.findings);
    findings.push(...batch.findings);
  }
  host.stdout.write(understoodText(questionnaire, opened, first.all(), options.keep ?? new Set()));
  await printFindings(findings, host, files, color);
  const ledger = book.close();
  host.stderr.write(`${ledgerLines(ledger)}Nothing was written: this is a dry run.\n`);
  const { refused, duplicates } = ledger.totals;
  const refusedDuplicates = options.duplicates === 'refuse' ? duplicates : 0;
  return exitCode({ findings, rejected: refused + refusedDuplicates }, failOn);
}

/** The first accepted responses of each file and sheet. */
function firstOfEach(most: number): {
  readonly take: (accepted: Accepted) => void;
  readonly all: () => readonly Accepted[];
} {
  const bySource = new Map<string, Accepted[]>();
  return {
    take: (accepted) => {
      const { file, cell } = accepted.place;
      const source = JSON.stringify([file, cell?.sheet ?? '']);
      const held = bySource.get(source);
      if (held === undefined) bySource.set(source, [accepted]);
      else if (held.length < most) held.push(accepted);
    },
    all: () => [...bySource.values()].flat(),
  };
}
