import { sortFindings } from '../../export/findings/sort.js';
import { summary } from '../../export/findings/summary.js';
import { type Finding, isError } from '../../finding/finding.js';
import { loadDefinition } from '../../questionnaire/load-definition.js';
import { runChecks } from '../../rubric/checks/registry.js';
import type { LoadedRule } from '../../rubric/checks/run-plugin-rules.js';
import { makePlan } from '../../rubric/make-plan.js';
import { exitCode, type FailOn } from '../exit-code.js';
import { type DiskFiles, diskFiles, expandPath } from '../files.js';
import type { Host } from '../host.js';
import { type MendOptions, mendableAmong, mendIfAsked, outputsBesideDiff } from '../mend/for-check.js';
import type { LoadedRules } from '../plugin-rules.js';
import { loadPlugins } from '../plugins.js';
import { type Config, judgeDefinitions, type PolicyOptions, readConfig, ruleNames } from '../policy/judge.js';
import { type FindingOutput, outputsFor } from '../policy/outputs.js';
import { writeFindings } from '../print.js';

export interface CheckOptions extends PolicyOptions, MendOptions {
  readonly format: readonly FindingOutput[];
  readonly failOn: FailOn;
  readonly plugin: readonly string[];
  readonly allowPlugins: boolean;
  readonly color: boolean;
}

/** Findings in definitions, rubrics, maps, configs and examples. */
export async function check(paths: readonly string[], options: CheckOptions, host: Host): Promise<number> {
  const disk = diskFiles(host.cwd);
  const { failOn, color } = options;
  const outputs = outputsBesideDiff(options, outputsFor(options.format, host.env));
  const checked = paths.flatMap((path) => expandPath(host.cwd, path, ['.yaml', '.yml']));
  const config = await readConfig(options, host, disk, checked);
  const own = await rulesOf(config, options, host);
  const find = async (files: DiskFiles) => {
    const current = files === disk ? config : await readConfig(options, host, files, checked);
    return findingsIn(checked, files, current, own, options, host);
  };
  const { findings: found, files } = await mendIfAsked(checked, disk, options, host, find);
  const findings = sortFindings(found);
  const mendable = await mendableAmong(findings, checked, files, options, outputs, host);
  const rules = own.rules.map(({ rule }) => rule);
  const report = { findings, checked, failOn, mends: (one: Finding) => mendable.has(one), rules };
  await writeFindings(report, outputs, host, files, color);
  const count = checked.length === 1 ? '1 file' : `${checked.length} files`;
  const hint = mendable.size === 0 ? '' : ` --fix mends ${mendable.size} of these.`;
  host.stderr.write(
    findings.length === 0 ? `${count} checked, nothing found.\n` : `${summary(findings)}.${hint}\n`,
  );
  const couldNot = findings.some(({ rule }) => rule === 'file-unreadable');
  return exitCode({ findings, couldNot }, failOn);
}

async function findingsIn(
  checked: readonly string[],
  files: DiskFiles,
  config: Config | undefined,
  own: LoadedRules,
  options: CheckOptions,
  host: Host,
): Promise<readonly Finding[]> {
  const findings = [...own.findings];
  for (const file of checked) findings.push(...(await checkFile(file, own.rules, files, options, host)));
  const ids = own.rules.map(({ rule }) => rule.id);
  // Without a config, comments may name rules of the one that is usually gone by.
  const isComplete = own.isComplete && (config !== undefined || options.plugin.length > 0);
  const judging = { config, names: ruleNames(ids, isComplete) };
  return judgeDefinitions(unique(findings), checked, judging, options, host, files);
}

/** Rules of one's own: most projects have none. */
async function rulesOf(config: Config | undefined, options: CheckOptions, host: Host): Promise<LoadedRules> {
  if (options.plugin.length === 0 && (config?.plugins ?? []).length === 0) {
    return { rules: [], findings: [], isComplete: true };
  }
  const { loadRules } = await import('../plugin-rules.js');
  return loadRules(config, host, options);
}

async function checkFile(
  file: string,
  rules: readonly LoadedRule[],
  files: DiskFiles,
  options: CheckOptions,
  host: Host,
): Promise<readonly Finding[]> {
  const definition = loadDefinition(file, files);
  if (definition.kind !== 'questionnaire') return definition.findings;
  const { questionnaire, locator, broken } = definition.loaded;
  if (questionnaire === undefined) return definition.findings;
  const findings = [...definition.findings];
  const plugins = await loadPlugins(questionnaire.rubric, locator, host, options);
  findings.push(...plugins.findings);
  const also = expectsCells(questionnaire.examples) ? 'cells' : 'questions';
  const { plan, findings: planned } = makePlan(questionnaire, locator, {
    plugins: plugins.methods,
    broken,
    also,
  });
  findings.push(...planned.filter(({ rule }) => !(plugins.refused && rule === 'unknown-method')));
  const { textOf } = files;
  const context = { questionnaire, broken, locator, textOf, plan };
  findings.push(...runChecks(context, findings));
  if (rules.length > 0 && !findings.some(isError)) {
    const { runPluginRules } = await import('../../rubric/checks/run-plugin-rules.js');
    findings.push(...runPluginRules(rules, context));
  }
  if (questionnaire.examples.length > 0 && !findings.some(isError)) {
    const { checkExamples } = await import('../../rubric/examples.js');
    findings.push(...checkExamples(plan, locator));
  }
  return findings;
}

function expectsCells(examples: readonly { readonly definition: { readonly expect: object } }[]): boolean {
  return JSON.stringify(examples.map(({ definition }) => definition.expect)).includes('__');
}

/** A fragment that several files include is reported once. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((problem) => {
    const key = JSON.stringify([
      problem.rule,
      problem.file,
      problem.range?.start,
      problem.path,
      problem.args,
    ]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
