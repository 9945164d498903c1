import type { ColumnChoice } from '../../export/comparison/column-choice.js';
import { bareCell, scoreCell } from '../../export/comparison/figure.js';
import { longScoreRows, wideScoreRows } from '../../export/comparison/score-rows.js';
import { plainScorer, scorer } from '../../rubric/score.js';
import { exitCode, exitCodes, type FailOn } from '../exit-code.js';
import { diskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import { LateWave, rowSink } from '../output/row-sink.js';
import { type OutputOptions, tableFormatFor } from '../output/write-table.js';
import { whatToRead } from '../project/what-to-read.js';
import { readReturns, wantsProgress } from '../returns/progress.js';
import { type Returns, type ReturnsOptions, returnsToRead } from '../returns/returns.js';
import { returnsLine } from '../returns/returns-line.js';
import { type Prepared, prepare, type ScoringOptions } from '../scoring/prepare.js';
import { type Scored, scoreAll, type Tally } from '../scoring/scoring.js';
import { UsageError } from '../usage-error.js';
import { alsoFor } from './compare.js';

export interface ScoreOptions extends OutputOptions, ScoringOptions, ReturnsOptions {
  readonly columns: ColumnChoice;
  readonly depth: number;
  readonly layout: 'wide' | 'long';
  readonly failOn: FailOn;
}

/** A scorecard for each response. */
export async function score(args: readonly string[], options: ScoreOptions, host: Host): Promise<number> {
  const files = diskFiles(host.cwd);
  tableFormatFor(options);
  const toRead = await whatToRead(args, options, host, files);
  const prepared = await prepare(toRead.questionnaire, files, host, options, alsoFor(options.columns));
  await printFindings(prepared.findings, host, files, options.color);
  if (prepared.plans === undefined) return exitCodes.couldNot;
  const returns = await returnsToRead(prepared.questionnaire, toRead, options, host, files);
  if (returns === undefined) return exitCodes.couldNot;
  const tally = await writeScores(prepared, returns, options, host);
  await printFindings(tally.findings, host, files, options.color);
  const { minGroup, count } = prepared.questionnaire.privacy;
  if (minGroup > 1) {
    host.stderr.write(
      `Each of these is about one response; what is about fewer than ${minGroup} ${count} is withheld only by \`compare\`.\n`,
    );
  }
  host.stderr.write(`${returnsLine(tally.rows, 'scored')}\n`);
  return exitCode(
    {
      findings: [...prepared.findings, ...returns.findings, ...tally.findings],
      rejected: tally.rows.rejected,
    },
    options.failOn,
  );
}

/** Writes rows as they are scored. Where a second wave comes late, what was written is dropped and begun anew. */
async function writeScores(
  prepared: Prepared,
  returns: Returns,
  options: ScoreOptions,
  host: Host,
  severalWaves = false,
): Promise<Tally> {
  const { plans, questionnaire } = prepared;
  const format = tableFormatFor(options);
  const cell = format.stream === undefined ? scoreCell : bareCell;
  const [made, makeScorer] =
    options.layout === 'long'
      ? [longScoreRows(plans), scorer]
      : [wideScoreRows(plans, options.columns, options.depth, cell), plainScorer];
  const sink = rowSink(made, format, options, host, severalWaves, questionnaire.title);
  try {
    const batches = readReturns(
      questionnaire,
      returns,
      host,
      wantsProgress(host, options.color, options.output === undefined),
    );
    const add = ({ response, cards }: Scored) => sink.add(made.rows(response, cards), response.wave ?? '');
    const tally = await scoreAll(prepared, batches, add, makeScorer);
    await sink.finish();
    return tally;
  } catch (error) {
    sink.discard();
    if (!(error instanceof LateWave)) throw error;
    if (options.output === undefined || returns.inputs.some(({ chunks }) => chunks === host.stdin)) {
      throw new UsageError(
        'the answers hold a second wave, which shows only after the table was begun without a column for it',
        'Name a file with -o; answers read from a file can then be gone through again.',
      );
    }
    return writeScores(prepared, returns, options, host, true);
  }
}
