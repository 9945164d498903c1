import { sortFindings } from '../../export/findings/sort.js';
import { summary } from '../../export/findings/summary.js';
import { type Finding, isError } from '../../finding/finding.js';
import { loadDefinition } from '../../questionnaire/load-definition.js';
import { runChecks } from '../../rubric/checks/registry.js';
import { makePlan } from '../../rubric/make-plan.js';
import { exitCode, type FailOn } from '../exit-code.js';
import { type DiskFiles, diskFiles, expandPath } from '../files.js';
import type { Host } from '../host.js';
import { loadPlugins } from '../plugins.js';
import { judgeDefinitions, judgeResponses, type PolicyOptions } from '../policy/judge.js';
import { type FindingOutput, outputsFor } from '../policy/outputs.js';
import { writeFindings } from '../print.js';
import type { Description } from '../statistics/describe.js';

export interface CheckOptions extends PolicyOptions {
  readonly format: readonly FindingOutput[];
  readonly failOn: FailOn;
  readonly plugin: readonly string[];
  readonly allowPlugins: boolean;
  readonly stats: boolean;
  readonly responses: readonly string[];
  readonly color: boolean;
}

/** Findings in definitions, rubrics, maps, configs and examples. */
export async function check(paths: readonly string[], options: CheckOptions, host: Host): Promise<number> {
  const files = diskFiles(host.cwd);
  const outputs = outputsFor(options.format, host.env);
  const findings: Finding[] = [];
  const checked = paths.flatMap((path) => expandPath(host.cwd, path, ['.yaml', '.yml']));
  for (const file of checked) findings.push(...(await checkFile(file, files, options, host)));
  const description = await descriptionOf(checked, outputs, options, host, files);
  const judged = await judgeDefinitions(unique(findings), checked, options, host, files);
  const returned = await judgeReturned(description?.findings ?? [], options, host, files);
  const sorted = sortFindings([...judged, ...returned]);
  const { failOn } = options;
  const supplement = description === undefined ? {} : { supplement: description.supplement };
  await writeFindings(
    { findings: sorted, checked, failOn, ...supplement },
    outputs,
    host,
    files,
    options.color,
  );
  const count = checked.length === 1 ? '1 file' : `${checked.length} files`;
  host.stderr.write(sorted.length === 0 ? `${count} checked, nothing found.\n` : `${summary(sorted)}.\n`);
  if (description !== undefined) host.stderr.write(description.summary);
  const couldNot = description?.couldNot || findings.some(({ rule }) => rule === 'file-unreadable');
  return exitCode({ findings: sorted, couldNot, rejected: description?.rejected ?? 0 }, failOn);
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

/** What is asked for besides findings, if anything. */
async function descriptionOf(
  checked: readonly string[],
  outputs: readonly FindingOutput[],
  options: CheckOptions,
  host: Host,
  files: DiskFiles,
): Promise<Description | undefined> {
  if (!options.stats && options.responses.length === 0) return undefined;
  const { describe } = await import('../statistics/describe.js');
  return describe(checked, outputs, options, host, files);
}

async function checkFile(
  file: string,
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
  findings.push(...runChecks({ questionnaire, broken, locator, textOf, plan }, findings));
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
