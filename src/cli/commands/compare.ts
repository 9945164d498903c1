import { unitName } from '../../compare/comparison.js';
import { rubricChanges } from '../../export/comparison/band-changes.js';
import type { ColumnChoice } from '../../export/comparison/column-choice.js';
import type { WaveGroup } from '../../export/comparison/tables/comparison-table.js';
import { otherTables } from '../../export/comparison/tables/registry.js';
import { type Finding, isError } from '../../finding/finding.js';
import { checkKeys, checkOptions } from '../compare/checked-options.js';
import { checkRoles, chooseTables, orderWaves } from '../compare/choose-tables.js';
import { compiledFilter, filterFile, responseFilter } from '../compare/filtered.js';
import { groupGatherer } from '../compare/group-gatherer.js';
import { shapeOf } from '../compare/group-shape.js';
import { tableMaker } from '../compare/make-tables.js';
import type { CompareOptions } from '../compare/options.js';
import { filesBeside, provenanceOf } from '../compare/provenance.js';
import { openGroups, readGroups } from '../compare/read-groups.js';
import { show } from '../compare/show.js';
import { prepareGroups } from '../compare/wave-groups.js';
import { checkTables, writeTables } from '../compare/write-tables.js';
import { exitCode, exitCodes } from '../exit-code.js';
import { diskFiles } from '../files.js';
import type { Host } from '../host.js';
import { printFindings } from '../print.js';
import { refuseTables, withholdScores } from '../privacy/withhold-scores.js';
import { wantsProgress } from '../progress.js';
import { whatToRead } from '../project/what-to-read.js';
import { returnsLine } from '../returns-line.js';
import { problemFindings } from '../score-problems.js';

/** Units side by side; `version` is Milepost's own. */
export async function compare(
  args: readonly string[],
  options: CompareOptions,
  host: Host,
  version: string,
): Promise<number> {
  const files = diskFiles(host.cwd, filterFile(options.filter));
  const names = chooseTables(options);
  checkTables(names, options);
  checkOptions(names, options);
  refuseTables(names, options);
  const toRead = await whatToRead(args, options, host, files);
  const also = alsoFor(options.columns);
  const prepared = await prepareGroups(toRead, options.waves, files, host, options, also);
  await printFindings(prepared.findings, host, files, options.color);
  const current = prepared.groups?.at(-1)?.questionnaire;
  if (prepared.groups === undefined || current === undefined) return exitCodes.couldNot;
  checkRoles(options.roles, current);
  const compiled = compiledFilter(options.filter, current);
  const { opened, findings: faults } = await openGroups(prepared.groups, toRead, options, host, files);
  const before = [...(compiled?.findings ?? []), ...faults];
  await printFindings(before, host, files, options.color);
  if (before.some(isError)) return exitCodes.couldNot;

  const filter = responseFilter(compiled?.filter);
  const needs = new Set(names.flatMap((name) => (name === 'scores' ? [] : otherTables[name].needs)));
  const groups = opened.map((group) => {
    const shape = shapeOf(group, options, filter);
    checkKeys(names, shape.grouping.keys);
    return { ...group, shape, ...groupGatherer(group, shape, { ...options, needs }) };
  });
  const asked = new Set(options.waves);
  const progress = wantsProgress(host, options.color, false);
  const tally = await readGroups(opened, host, progress, ({ response, resolved, cards }, at) => {
    if (asked.size > 0 && !asked.has(response.wave ?? '')) return;
    if (filter.keeps(response.profile)) groups[at]?.add(response, resolved, cards);
  });
  const gathered = groups.map((group) => ({ ...group, gathered: group.finish() }));
  const findings = [...tally.findings, ...gathered.flatMap(unitProblems)];
  const waves = orderWaves(
    [...new Set(gathered.flatMap((group) => group.gathered.comparisons[0]?.waves ?? []))],
    options.waves,
    (toRead.project?.waves ?? []).map(({ name }) => name),
  );

  const kept = await withholdScores(gathered, names, { ...options, file: toRead.questionnaire }, host);
  if (kept.revealed.length > 0) {
    await printFindings(kept.revealed, host, files, options.color);
    return exitCodes.couldNot;
  }
  const showings = gathered.map(({ shape }, at) =>
    show(kept.comparisons[at] ?? [], { ...shape, withWave: waves.length > 1 }),
  );
  const make = tableMaker(gathered, showings, { ...options, ...kept, waves, privacy: current.privacy });
  const beside = await filesBeside(
    toRead,
    options,
    {
      registered: opened.at(-1)?.returns.units.all.length ?? 0,
      carriedBy: opened.flatMap(({ map }) => map ?? []),
    },
    host,
  );
  const inputs = opened.flatMap(({ returns }) => returns.inputs);
  const sources = { inputs, read: tally.read, beside };
  const provenance = provenanceOf(opened, current, sources, options, version);
  await writeTables(names, make, provenance, options, host);

  await printFindings(findings, host, files, options.color);
  const lines = [
    ...gathered.flatMap(({ plans, shape }, at) => {
      const showing = showings[at];
      return plans.length > 1 && showing !== undefined ? rubricChanges(showing, shape.rank) : [];
    }),
    ...filter.lines(),
    ...kept.withheld,
    ...kept.since,
    returnsLine(tally.accepted, tally.rejected, 'scored'),
  ];
  host.stderr.write(`${lines.join('\n')}\n`);
  return exitCode(
    { findings: [...prepared.findings, ...before, ...findings], rejected: tally.rejected },
    options.failOn,
  );
}

/** What must be scored beside the usual for a choice of columns. */
export function alsoFor(columns: ColumnChoice): 'cells' | 'questions' | undefined {
  return columns === 'cells' || columns === 'questions' ? columns : undefined;
}

/** What went wrong with the scores of units. */
function unitProblems({ plans, gathered }: Pick<WaveGroup, 'plans' | 'gathered'>): readonly Finding[] {
  const problems = problemFindings(plans);
  for (const [i, { units }] of gathered.comparisons.entries()) {
    for (const unit of units) {
      if (unit.response === undefined) problems.note(i, unitName(unit), unit.problems);
    }
  }
  return problems.findings();
}
