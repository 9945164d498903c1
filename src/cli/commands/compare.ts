import { collector } from '../../compare/collect.js';
import { type Comparison, unitName } from '../../compare/comparison.js';
import { rubricChanges } from '../../export/comparison/band-changes.js';
import type { ColumnChoice } from '../../export/comparison/column-choice.js';
import { longTable } from '../../export/comparison/long.js';
import { wideTable } from '../../export/comparison/wide.js';
import { suggest } from '../../finding/suggest.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import { exitCode, exitCodes, type FailOn } from '../exit-code.js';
import { diskFiles } from '../files.js';
import type { Host } from '../host.js';
import { type OutputOptions, tableFormatFor, writeTable } from '../output.js';
import { printFindings } from '../print.js';
import { whatToRead } from '../project/what-to-read.js';
import { canBeRead, openReturns, type ReturnsOptions } from '../returns.js';
import { returnsLine } from '../returns-line.js';
import { problemFindings } from '../score-problems.js';
import { prepare, type ScoringOptions, scoreAll } from '../scoring.js';
import { UsageError } from '../usage-error.js';

export interface CompareOptions extends OutputOptions, ScoringOptions, ReturnsOptions {
  readonly by: readonly string[];
  readonly columns: ColumnChoice;
  readonly depth: number;
  readonly layout: 'wide' | 'long';
  readonly rank: boolean;
  readonly failOn: FailOn;
}

/** Units side by side. */
export async function compare(args: readonly string[], options: CompareOptions, host: Host): Promise<number> {
  const files = diskFiles(host.cwd);
  tableFormatFor(options);
  const toRead = await whatToRead(args, options, host, files);
  const prepared = await prepare(toRead.questionnaire, files, host, options, alsoFor(options.columns));
  await printFindings(prepared.findings, host, files, options.color);
  if (prepared.plans === undefined) return exitCodes.couldNot;
  const levels = levelsFor(options.by, prepared.questionnaire);
  const returns = await openReturns(prepared.questionnaire, toRead, options, host, files);
  await printFindings(returns.findings, host, files, options.color);
  if (!canBeRead(returns)) return exitCodes.couldNot;
  const collectors = prepared.plans.map((plan) => collector(plan, returns.units.all));
  const tally = await scoreAll(prepared, returns, ({ response, cards }) => {
    for (const [i, card] of cards.entries()) collectors[i]?.add(response, card);
  });
  const comparisons: readonly Comparison[] = collectors.map(({ finish }) => finish());
  const problems = problemFindings(prepared.plans);
  for (const [i, { units }] of comparisons.entries()) {
    for (const unit of units) {
      if (unit.response === undefined) problems.note(i, unitName(unit), unit.problems);
    }
  }
  const findings = [...tally.findings, ...problems.findings()];
  const table =
    options.layout === 'long'
      ? longTable(comparisons, { levels, rank: options.rank })
      : wideTable(comparisons, { ...options, levels });
  writeTable(table, options, host);
  await printFindings(findings, host, files, options.color);
  if (comparisons.length > 1) {
    const changes = rubricChanges(comparisons, { levels, rank: options.rank });
    host.stderr.write(`${changes.join('\n')}\n`);
  }
  host.stderr.write(`${returnsLine(tally.accepted, tally.rejected, 'scored')}\n`);
  return exitCode(
    { findings: [...prepared.findings, ...returns.findings, ...findings], rejected: tally.rejected },
    options.failOn,
  );
}

/** What must be scored beside the usual for a choice of columns. */
export function alsoFor(columns: ColumnChoice): 'cells' | 'questions' | undefined {
  return columns === 'cells' || columns === 'questions' ? columns : undefined;
}

/** The levels named, or the outermost unit field. */
function levelsFor(by: readonly string[], questionnaire: Questionnaire): readonly string[] {
  const known = [...unitFields(questionnaire).map((field) => field.id), 'response'];
  for (const level of by) {
    if (known.includes(level)) continue;
    const meant = suggest(level, known);
    throw new UsageError(
      `--by ${level}: there is no such level${meant === undefined ? '' : `; did you mean ${meant}?`}`,
      `Levels: ${known.join(', ')}.`,
    );
  }
  return by.length > 0 ? by : known.slice(0, 1);
}
