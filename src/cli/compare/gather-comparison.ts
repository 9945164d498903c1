import { unitName } from '../../compare/comparison.js';
import type { SuppressionStep } from '../../compare/suppression/suppress.js';
import { namedByRow } from '../../compare/waves/named-by-row.js';
import type { Showing } from '../../export/comparison/shown.js';
import type { ShownGroup, WaveGroup } from '../../export/comparison/tables/comparison-table.js';
import type { ComparisonTableName } from '../../export/comparison/tables/names.js';
import { otherTables } from '../../export/comparison/tables/registry.js';
import type { Provenance } from '../../export/provenance/provenance.js';
import { type Finding, isError } from '../../finding/finding.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { PlanOptions } from '../../rubric/make-plan.js';
import { type DiskFiles, diskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import { statusLine } from '../output/status-line.js';
import { type Kept, keepSmallGroups } from '../privacy/keep-small-groups.js';
import { leastGroup, lowerGroup } from '../privacy/min-group.js';
import { rolesThen } from '../privacy/published/published-others.js';
import { levelsBefore, readPublished } from '../privacy/published/read-published.js';
import { gatheringsThen, rowsBefore } from '../privacy/published/tables-then.js';
import { toldBefore } from '../privacy/published/told-before.js';
import { refuseSingleResponses } from '../privacy/refuse-single-responses.js';
import { type WhatToRead, whatToRead } from '../project/what-to-read.js';
import { wantsProgress } from '../returns/progress.js';
import { problemFindings } from '../scoring/score-problems.js';
import type { Scored, Tally } from '../scoring/scoring.js';
import { checkKeys } from './checked-options.js';
import { compiledFilter, filterFile, type ResponseFilter, responseFilter } from './groups/filtered.js';
import { groupGatherer } from './groups/group-gatherer.js';
import { type Shape, shapeOf } from './groups/group-shape.js';
import { backwards, orderWaves } from './groups/order-waves.js';
import { withoutPeers } from './groups/peers.js';
import { type OpenedGroup, openGroups, readGroups } from './groups/read-groups.js';
import type { SortTargets } from './groups/sorting.js';
import { prepareGroups } from './groups/wave-groups.js';
import type { CompareOptions } from './options.js';
import { filesBeside, provenanceOf } from './provenance.js';
import { shareableNames } from './shareable-names.js';
import { checkRoles } from './tables/choose-tables.js';
import { type RowsShown, show } from './tables/show.js';

/** What is to be gathered, and from where. */
export interface ComparisonWanted {
  /** QUESTIONNAIRE and RESPONSES. */
  readonly args: readonly string[];
  /** The tables to make: what they need is gathered, and they are reckoned with where figures are withheld. */
  readonly names: readonly ComparisonTableName[];
  /** What rows can be sorted by: scores, unless it is said. */
  readonly sortable?: SortTargets;
  /** What is scored beside the usual. */
  readonly also: PlanOptions['also'];
  /** Sees that what was asked for can be had of it, with a usage error where it cannot; what it finds is told with the rest. */
  readonly check?: (known: KnownBefore) => readonly Finding[];
  /** Looks at what is opened, such as the unit register, before any answer is read. */
  readonly look?: (opened: readonly OpenedGroup[], questionnaire: Questionnaire) => void;
  /** Sees that what was asked for came back, with a usage error where it did not: before anything is withheld, which may take long. */
  readonly checkReturned?: (groups: readonly WaveGroup[], waves: readonly string[]) => void;
  /** Looks at each response that counts, besides. */
  readonly watch?: Watch;
}

/** What is known before any answer is read. */
export interface KnownBefore {
  /** The current version. */
  readonly questionnaire: Questionnaire;
  readonly toRead: WhatToRead;
  readonly files: DiskFiles;
}

/** `group` is the place of the response's group of waves. */
type Watch = (scored: Scored, group: number) => void;

/** Waves that share a questionnaire and rubrics, with what was gathered of them and what rows stand for. */
export interface GatheredGroup extends OpenedGroup, WaveGroup {
  readonly shape: Shape;
}

/** Units side by side, as they may be shown. */
export interface GatheredComparison {
  readonly files: DiskFiles;
  readonly toRead: WhatToRead;
  /** The current version's comes last. */
  readonly groups: readonly GatheredGroup[];
  /** The current version. */
  readonly questionnaire: Questionnaire;
  /** The waves there are, from the earliest on. */
  readonly waves: readonly string[];
  /** Comparisons without what people in small groups could be recognised by, and what is said of that. */
  readonly kept: Kept;
  /** What is shown of each group. */
  readonly showings: readonly Showing[];
  readonly provenance: Provenance;
  /** The files that were read, as they were named: nothing may be written over them. */
  readonly read: readonly string[];
  readonly filter: ResponseFilter;
  /** What options came to that were not followed as they stand, in lines. */
  readonly remarks: readonly string[];
  readonly tally: Tally;
  /** How many responses the figures are made of: those that were scored, but for waves and profiles that are left out. */
  readonly counted: number;
  /** What was found while answers were read, and is not told yet. */
  readonly findings: readonly Finding[];
  /** What was found before, and is told. */
  readonly told: readonly Finding[];
}

/**
 * Reads, scores, rolls up and withholds, for every command that sets units side by side. Nothing where that cannot be done: why
 * is printed then. `version` is Milepost's own.
 */
export async function gatherComparison(
  {
    args,
    names,
    sortable = { scores: true, columns: () => [] },
    also,
    check,
    look,
    checkReturned,
    watch,
  }: ComparisonWanted,
  options: CompareOptions,
  host: Host,
  version: string,
): Promise<GatheredComparison | undefined> {
  const files = diskFiles(host.cwd, filterFile(options.filter));
  const toRead = await whatToRead(args, options, host, files);
  const prepared = await prepareGroups(toRead, options.waves, files, host, options, also);
  await printFindings(prepared.findings, host, files, options.color);
  const questionnaire = prepared.groups?.at(-1)?.questionnaire;
  if (prepared.groups === undefined || questionnaire === undefined) return undefined;
  checkRoles(options.roles, questionnaire);
  const seen = check?.({ questionnaire, toRead, files }) ?? [];
  const questionnaires = [...new Set(prepared.groups.map((group) => group.questionnaire.id))];
  const givenOut = readPublished({ ...options, also, questionnaires }, host.cwd);
  const compiled = compiledFilter(options.filter, questionnaire);
  const { opened, findings: faults } = await openGroups(prepared.groups, toRead, options, host, files);
  const before = [...seen, ...(compiled?.findings ?? []), ...faults];
  await printFindings(before, host, files, options.color);
  if (before.some(isError)) return undefined;
  look?.(opened, questionnaire);

  const filter = responseFilter(compiled?.filter, options.filter);
  const roles = rolesThen(givenOut, questionnaire, options.roles);
  const needs = new Set([
    ...names.flatMap((name) => (name === 'scores' ? [] : otherTables[name].needs)),
    ...gatheringsThen(givenOut),
  ]);
  const gathering = opened.map((group) => {
    const shape = shapeOf(group, options, filter, sortable);
    checkKeys(names, shape.grouping.keys, options);
    return {
      ...group,
      shape,
      ...groupGatherer(group, shape, {
        ...options,
        ...(roles === undefined ? {} : { roles }),
        needs,
        levelsBefore: levelsBefore(givenOut, questionnaire),
        before: rowsBefore(givenOut, names, { ...group, shape }),
      }),
    };
  });
  const asked = new Set(options.waves);
  const there = new Set<string>();
  const progress = wantsProgress(host, options.color, false);
  let counted = 0;
  const tally = await readGroups(opened, host, progress, (scored, at) => {
    const { response, resolved, cards } = scored;
    there.add(response.wave ?? '');
    if (asked.size > 0 && !asked.has(response.wave ?? '')) return;
    if (!filter.keeps(response.profile)) return;
    counted += 1;
    gathering[at]?.add(response, resolved, cards);
    watch?.(scored, at);
  });
  const groups = gathering.map(({ add: _, finish, ...group }) => ({
    ...group,
    grouping: group.shape.grouping,
    gathered: finish(),
  }));
  const findings = [
    ...tally.findings,
    ...filter.findings(),
    ...groups.flatMap(unitProblems),
    ...namedByRow(
      groups.map(({ gathered }) => gathered.answers),
      questionnaire.origin.file,
    ),
  ];
  const inTime = {
    found: [...new Set(groups.flatMap((group) => group.gathered.comparisons[0]?.waves ?? []))],
    there: [...there],
    asked: options.waves,
    configured: (toRead.project?.waves ?? []).map(({ name }) => name),
  };
  const waves = orderWaves(inTime, filter);

  checkReturned?.(groups, waves);
  const minGroup = Math.max(0, ...groups.map((group) => leastGroup(group.questionnaire.privacy, options)));
  const { count } = questionnaire.privacy;
  const keys = groups.at(-1)?.shape.grouping.keys ?? [];
  const told = toldBefore(givenOut, groups, { waves, keys, minGroup });
  const line = statusLine(host, options.color);
  refuseSingleResponses(
    groups.flatMap(({ gathered }) => gathered.comparisons),
    keys,
    { publish: options.publish, minGroup },
  );
  const kept = await keepSmallGroups(told, {
    ...options,
    names,
    keys,
    waves,
    minGroup,
    count,
    questionnaireFile: toRead.questionnaire,
    watch: (step) => line.show(withholdingLine(step)),
  });
  line.wipe();
  if (kept.revealed.length > 0) {
    await printFindings(kept.revealed, host, files, options.color);
    return undefined;
  }
  const showings = groups.map(({ shape }, at) =>
    show(rowsShown(kept.groups[at]), { ...shape, withWave: waves.length > 1 }),
  );
  const behind = {
    registered: opened.at(-1)?.returns.units.all.length ?? 0,
    carriedBy: opened.flatMap(({ map }) => map ?? []),
  };
  const beside = await filesBeside(toRead, options, behind, host);
  const inputs = opened.flatMap(({ returns }) => returns.inputs);
  const sources = { inputs, read: tally.read, beside };
  const provenance = provenanceOf(opened, questionnaire, sources, options, {
    version,
    nameOf: shareableNames(toRead.project, host.cwd),
    privacy: { minGroup, count },
    waves,
  });
  return {
    files,
    toRead,
    groups,
    questionnaire,
    waves,
    kept,
    showings,
    provenance,
    read: [...inputs, ...beside].map(({ name }) => name),
    filter,
    remarks: [
      ...backwards(inTime),
      ...lowerGroup(
        groups.map((group) => group.questionnaire.privacy),
        options,
      ),
      ...withoutPeers(
        options.peers,
        groups.map(({ shape }, at) => ({ shape, showing: showings[at] })),
      ),
    ],
    tally,
    counted,
    findings,
    told: [...prepared.findings, ...before],
  };
}

/** `Keeping groups of fewer than 3 from being recognised: piece 2 of 7` */
function withholdingLine({ least, piece, pieces }: SuppressionStep): string {
  return `Keeping groups of fewer than ${least} from being recognised: piece ${piece + 1} of ${pieces}`;
}

function rowsShown(group: ShownGroup | undefined): RowsShown {
  return { comparisons: group?.gathered.comparisons ?? [], rows: group?.rows ?? [] };
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
