import { sortFindings } from '../../export/findings/sort.js';
import { summary } from '../../export/findings/summary.js';
import { type Finding, isError } from '../../finding/finding.js';
import { loadDefinition } from '../../questionnaire/load-definition.js';
import { runChecks } from '../../rubric/checks/registry.js';
import { type LoadedRule, runPluginRules } from '../../rubric/checks/run-plugin-rules.js';
import { makePlan } from '../../rubric/make-plan.js';
import { exitCode, type FailOn } from '../exit-code.js';
import { type DiskFiles, diskFiles, expandPath } from '../files.js';
import type { Host } from '../host.js';
import type { LoadedRules } from '../plugin-rules.js';
import { loadPlugins } from '../plugins.js';
import { type Config, judgeDefinitions, type PolicyOptions, readConfig, ruleNames } from '../policy/judge.js';
import { type FindingOutput, outputsFor } from '../policy/outputs.js';
import { writeFindings } from '../print.js';
import { UsageError } from '../usage-error.js';

export interface CheckOptions extends PolicyOptions {
  readonly fix: boolean;
  readonly fixDryRun: boolean;
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
  const outputs = outputsBeside(options, host);
  const checked = paths.flatMap((path) => expandPath(host.cwd, path, ['.yaml', '.yml']));
  const find = (files: DiskFiles) => findingsIn(checked, files, options, host);
  const mended =
    options.fix || options.fixDryRun ? await mendFiles(checked, disk, options, host, find) : undefined;
  const { findings: found, files } = mended ?? { findings: await find(disk), files: disk };
  const findings = sortFindings(found);
  const mendable = mended === undefined ? await mendableAmong(findings, checked, files, outputs, host) : none;
  const report = { findings, checked, failOn, mends: (finding: Finding) => mendable.has(finding) };
  await writeFindings(report, outputs, host, files, color);
  const count = checked.length === 1 ? '1 file' : `${checked.length} files`;
  const hint = mendable.size === 0 ? '' : ` --fix mends ${mendable.size} of these.`;
  host.stderr.write(
    findings.length === 0 ? `${count} checked, nothing found.\n` : `${summary(findings)}.${hint}\n`,
  );
  const couldNot = findings.some(({ rule }) => rule === 'file-unreadable');
  return exitCode({ findings, couldNot }, failOn);
}

const none: ReadonlySet<Finding> = new Set();

/** Where the findings go: a diff has stdout to itself. */
function outputsBeside({ format, fixDryRun }: CheckOptions, { env }: Host): readonly FindingOutput[] {
  const outputs = outputsFor(format, env);
  if (!fixDryRun) return outputs;
  if (format.some(({ file }) => file === undefined)) {
    throw new UsageError(
      'the diff of --fix-dry-run and the findings cannot share stdout',
      'Put -o FILE behind --format, or leave it out.',
    );
  }
  return outputs.filter(({ file }) => file !== undefined);
}

/** Mends files, or shows what would be mended; and tells what is left. */
async function mendFiles(
  checked: readonly string[],
  disk: DiskFiles,
  { fixDryRun }: CheckOptions,
  host: Host,
  find: (files: DiskFiles) => Promise<readonly Finding[]>,
) {
  const [{ mend }, { printMended, writeMended }] = await Promise.all([
    import('../mend/mend.js'),
    import('../mend/write-mended.js'),
  ]);
  const mended = await mend(checked, disk, host.cwd, find);
  (fixDryRun ? printMended : writeMended)(mended, host);
  return mended;
}

/** What `--fix` would mend, for people who read the findings. */
async function mendableAmong(
  findings: readonly Finding[],
  checked: readonly string[],
  files: DiskFiles,
  outputs: readonly FindingOutput[],
  { cwd }: Host,
): Promise<ReadonlySet<Finding>> {
  if (findings.length === 0 || !outputs.some(({ format }) => format === 'pretty')) return none;
  const { mendable } = await import('../mend/mend.js');
  return mendable(findings, checked, files, cwd);
}

async function findingsIn(
  checked: readonly string[],
  files: DiskFiles,
  options: CheckOptions,
  host: Host,
): Promise<readonly Finding[]> {
  const config = await readConfig(options, host, files, checked);
  const own = await rulesOf(config, options, host);
  const findings = [...own.findings];
  for (const file of checked) findings.push(...(await checkFile(file, own.rules, files, options, host)));
  const ids = own.rules.map(({ rule }) => rule.id);
  const judging = { config, names: ruleNames(ids, own.isComplete && options.config !== false) };
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
  if (rules.length > 0 && !findings.some(isError)) findings.push(...runPluginRules(rules, context));
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
