import { unitName } from '../../compare/comparison.js';
import { mayShow } from '../../compare/small-groups.js';
import { rubricChanges } from '../../export/comparison/band-changes.js';
import type { ColumnChoice } from '../../export/comparison/column-choice.js';
import type { TableSettings, WaveGroup } from '../../export/comparison/tables/comparison-table.js';
import { comparisonTables } from '../../export/comparison/tables/registry.js';
import type { Finding } from '../../finding/finding.js';
import { suggest } from '../../finding/suggest.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import { checkRoles, chooseTables, orderWaves, type TableChoice } from '../compare/choose-tables.js';
import { groupGatherer } from '../compare/group-gatherer.js';
import { openGroups, readGroups } from '../compare/read-groups.js';
import { prepareGroups } from '../compare/wave-groups.js';
import { exitCode, exitCodes, type FailOn } from '../exit-code.js';
import { diskFiles } from '../files.js';
import type { Host } from '../host.js';
import type { OutputOptions } from '../output.js';
import { checkTables, writeTables } from '../output-tables.js';
import { printFindings } from '../print.js';
import { whatToRead } from '../project/what-to-read.js';
import { canBeRead, type ReturnsOptions } from '../returns.js';
import { returnsLine } from '../returns-line.js';
import { problemFindings } from '../score-problems.js';
import type { ScoringOptions } from '../scoring.js';
import { UsageError } from '../usage-error.js';

export interface CompareOptions extends OutputOptions, ScoringOptions, ReturnsOptions, TableChoice {
  readonly by: readonly string[];
  readonly columns: ColumnChoice;
  readonly depth: number;
  readonly layout: 'wide' | 'long';
  readonly rank: boolean;
  /** The attribute or profile field that says what kind of unit one is. */
  readonly kind: string;
  readonly failOn: FailOn;
}

/** Units side by side. */
export async function compare(args: readonly string[], options: CompareOptions, host: Host): Promise<number> {
  const files = diskFiles(host.cwd);
  const names = chooseTables(options);
  checkTables(names, options);
  const toRead = await whatToRead(args, options, host, files);
  const also = alsoFor(options.columns);
  const prepared = await prepareGroups(toRead, options.waves, files, host, options, also);
  await printFindings(prepared.findings, host, files, options.color);
  const { groups } = prepared;
  const questionnaire = groups?.at(-1)?.questionnaire;
  if (groups === undefined || questionnaire === undefined) return exitCodes.couldNot;
  const levels = levelsFor(options.by, questionnaire);
  checkRoles(options.roles, questionnaire);
  const { returns, findings: faults } = await openGroups(groups, toRead, options, host, files);
  await printFindings(faults, host, files, options.color);
  if (!returns.every(canBeRead)) return exitCodes.couldNot;
  const needs = new Set(names.flatMap((name) => comparisonTables[name].needs));
  const gatherers = groups.map((group, i) => ({
    group,
    ...groupGatherer(group, returns[i], { ...options, levels, needs }),
  }));
  const asked = new Set(options.waves);
  const tally = await readGroups(groups, returns, ({ response, resolved, cards }, group) => {
    if (asked.size === 0 || asked.has(response.wave ?? '')) gatherers[group]?.add(response, resolved, cards);
  });
  const waveGroups = gatherers.map(({ finish, group }): WaveGroup => ({ ...group, gathered: finish() }));
  const found = waveGroups.flatMap(({ gathered }) => gathered.comparisons[0]?.waves ?? []);
  const settings: TableSettings = {
    ...options,
    levels,
    waves: orderWaves(
      [...new Set(found)],
      options.waves,
      (toRead.project?.waves ?? []).map(({ name }) => name),
    ),
    roles: options.roles,
    mayShow: mayShow(questionnaire.privacy.minGroup),
  };
  writeTables(names, (name) => comparisonTables[name].make(waveGroups, settings), options, host);
  const findings = [...tally.findings, ...waveGroups.flatMap(unitProblems)];
  await printFindings(findings, host, files, options.color);
  for (const { gathered } of waveGroups) {
    if (gathered.comparisons.length < 2) continue;
    const changes = rubricChanges(gathered.comparisons, { levels, rank: options.rank });
    host.stderr.write(`${changes.join('\n')}\n`);
  }
  host.stderr.write(`${returnsLine(tally.accepted, tally.rejected, 'scored')}\n`);
  return exitCode(
    { findings: [...prepared.findings, ...faults, ...findings], rejected: tally.rejected },
    options.failOn,
  );
}

/** What must be scored beside the usual for a choice of columns. */
export function alsoFor(columns: ColumnChoice): 'cells' | 'questions' | undefined {
  return columns === 'cells' || columns === 'questions' ? columns : undefined;
}

/** What went wrong with the scores of units. */
function unitProblems({ plans, gathered }: WaveGroup): readonly Finding[] {
  const problems = problemFindings(plans);
  for (const [i, { units }] of gathered.comparisons.entries()) {
    for (const unit of units) {
      if (unit.response === undefined) problems.note(i, unitName(unit), unit.problems);
    }
  }
  return problems.findings();
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
