import { sortFindings } from '../../export/findings/sort.js';
import { summary } from '../../export/findings/summary.js';
import type { Finding } from '../../finding/finding.js';
import { gathered } from '../check/gathered.js';
import { checkPairs, type Look, partlySeen } from '../check/look.js';
import { lookAt } from '../check/look-at.js';
import { filesToCheck, type ScopeOptions } from '../check/scope.js';
import { exitCode, exitCodes, type FailOn } from '../exit-code.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import {
  type MendOptions,
  mendableAmong,
  mendIfAsked,
  outputsBesideDiff,
  refuseToMendStdin,
} from '../mend/for-check.js';
import { writeFindings } from '../output/print-findings.js';
import type { LoadedRules } from '../plugins/plugin-rules.js';
import { type Config, judgeDefinitions, judgeResponses, readConfig, ruleNames } from '../policy/judge.js';
import { type FindingOutput, outputsFor } from '../policy/outputs.js';
import type { Description } from '../statistics/describe.js';

export interface CheckOptions extends ScopeOptions, MendOptions {
  readonly format: readonly FindingOutput[];
  readonly failOn: FailOn;
  readonly plugin: readonly string[];
  readonly allowPlugins: boolean;
  readonly stats: boolean;
  readonly responses: readonly string[];
  readonly color: boolean;
}

/** Findings in definitions, rubrics, maps, configs, themes and examples. */
export async function check(paths: readonly string[], options: CheckOptions, host: Host): Promise<number> {
  refuseToMendStdin(paths, options);
  const outputs = outputsBesideDiff(options, outputsFor(options.format, host.env));
  if (isToDescribe(options)) (await import('../statistics/describe.js')).refuseToDescribe(outputs, options);
  const { files: disk, checked, notes } = await filesToCheck(paths, options, host);
  for (const note of notes) host.stderr.write(`${note}\n`);
  const { failOn, color } = options;
  if (checked.length === 0) {
    await writeFindings({ findings: [], checked, failOn }, outputs, host, disk, color);
    host.stderr.write('Nothing to check.\n');
    return exitCodes.done;
  }
  const config = await readConfig(options, host, disk, checked);
  if (outputs.some(({ file }) => file !== undefined)) {
    const { keepApart, writtenFiles } = await import('../overwriting/refuse-overwriting.js');
    keepApart(writtenFiles(options), disk.seen(), host);
  }
  const own = await rulesOf(config, options, host);
  const find = async (files: DiskFiles) => {
    const current = files === disk ? config : await readConfig(options, host, files, checked);
    return findingsIn(checked, files, current, own, options, host);
  };
  const { findings: found, files } = await mendIfAsked(checked, disk, options, host, find);
  const description = await descriptionOf(checked, options, host, files);
  const returned = await judgeReturned(description?.findings ?? [], options, host, files);
  const findings = sortFindings([...found, ...returned]);
  const mendable = await mendableAmong(findings, checked, files, options, outputs, host);
  const report = {
    findings,
    checked,
    failOn,
    mends: (one: Finding) => mendable.has(one),
    rules: own.rules.map(({ rule }) => rule),
    ...(description === undefined ? {} : { supplement: description.supplement }),
  };
  await writeFindings(report, outputs, host, files, color);
  const count = checked.length === 1 ? '1 file' : `${checked.length} files`;
  const hint = mendable.size === 0 ? '' : ` --fix mends ${mendable.size} of these.`;
  host.stderr.write(
    findings.length === 0 ? `${count} checked, nothing found.\n` : `${summary(findings)}.${hint}\n`,
  );
  if (description !== undefined) host.stderr.write(description.summary);
  const couldNot = description?.couldNot || findings.some(({ rule }) => rule === 'file-unreadable');
  return exitCode({ findings, couldNot, rejected: description?.rejected ?? 0 }, failOn);
}

async function findingsIn(
  checked: readonly string[],
  files: DiskFiles,
  config: Config | undefined,
  own: LoadedRules,
  options: CheckOptions,
  host: Host,
): Promise<readonly Finding[]> {
  const looks: Look[] = [];
  for (const file of checked) looks.push(await lookAt(file, own.rules, files, options, host));
  const findings = gathered([
    ...own.findings,
    ...looks.flatMap(({ findings }) => findings),
    ...(await checkPairs(looks, files, options, host)),
  ]);
  const ids = own.rules.map(({ rule }) => rule.id);
  // Without a config, comments may name rules of the one that is usually gone by.
  const isComplete = own.isComplete && (config !== undefined || options.plugin.length > 0);
  const judging = { config, names: ruleNames(ids, isComplete), partly: partlySeen(looks) };
  return judgeDefinitions(findings, checked, judging, options, host, files);
}

/** Rules of one's own: most projects have none. */
async function rulesOf(config: Config | undefined, options: CheckOptions, host: Host): Promise<LoadedRules> {
  if (options.plugin.length === 0 && (config?.plugins ?? []).length === 0) {
    return { rules: [], findings: [], isComplete: true };
  }
  const { loadRules } = await import('../plugins/plugin-rules.js');
  return loadRules(config, host, options);
}

/** The findings in answers with the config's severities; what is wrong with the config is told with the definitions. */
async function judgeReturned(
  findings: readonly Finding[],
  options: CheckOptions,
  host: Host,
  files: DiskFiles,
): Promise<readonly Finding[]> {
  if (findings.length === 0) return [];
  const returned = new Set(findings.map(({ file }) => file));
  return (await judgeResponses(findings, options, host, files)).filter(({ file }) => returned.has(file));
}

function isToDescribe({ stats, responses }: CheckOptions): boolean {
  return stats || responses.length > 0;
}

/** What is asked for besides findings, if anything. */
async function descriptionOf(
  checked: readonly string[],
  options: CheckOptions,
  host: Host,
  files: DiskFiles,
): Promise<Description | undefined> {
  if (!isToDescribe(options)) return undefined;
  const { describe } = await import('../statistics/describe.js');
  return describe(checked, options, host, files);
}
