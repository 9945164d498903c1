import { sortFindings } from '../../export/findings/sort.js';
import { summary } from '../../export/findings/summary.js';
import { type Finding, isError } from '../../finding/finding.js';
import { loadDefinition } from '../../questionnaire/load-definition.js';
import type { Dimension, Questionnaire } from '../../questionnaire/questionnaire.js';
import { runChecks } from '../../rubric/checks/registry.js';
import { makePlan } from '../../rubric/make-plan.js';
import type { Detail } from '../../rubric/make-pooled.js';
import { exitCode, type FailOn } from '../exit-code.js';
import { type DiskFiles, diskFiles, expandPath } from '../files.js';
import type { Host } from '../host.js';
import { loadPlugins } from '../plugins.js';
import { judgeDefinitions, type PolicyOptions } from '../policy/judge.js';
import { type FindingOutput, outputsFor } from '../policy/outputs.js';
import { writeFindings } from '../print.js';

export interface CheckOptions extends PolicyOptions {
  readonly format: readonly FindingOutput[];
  readonly failOn: FailOn;
  readonly plugin: readonly string[];
  readonly allowPlugins: boolean;
  readonly color: boolean;
}

/** Findings in definitions, rubrics, maps, configs and examples. */
export async function check(paths: readonly string[], options: CheckOptions, host: Host): Promise<number> {
  const files = diskFiles(host.cwd);
  const outputs = outputsFor(options.format, host.env);
  const findings: Finding[] = [];
  const checked = paths.flatMap((path) => expandPath(host.cwd, path, ['.yaml', '.yml']));
  for (const file of checked) findings.push(...(await checkFile(file, files, options, host)));
  const sorted = sortFindings(await judgeDefinitions(unique(findings), checked, options, host, files));
  const { failOn } = options;
  await writeFindings({ findings: sorted, checked, failOn }, outputs, host, files, options.color);
  const count = checked.length === 1 ? '1 file' : `${checked.length} files`;
  host.stderr.write(sorted.length === 0 ? `${count} checked, nothing found.\n` : `${summary(sorted)}.\n`);
  const couldNot = findings.some(({ rule }) => rule === 'file-unreadable');
  return exitCode({ findings: sorted, couldNot }, failOn);
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
  const also = expectedDetail(questionnaire);
  const { plan, findings: planned } = makePlan(questionnaire, locator, {
    plugins: plugins.methods,
    broken,
    ...(also === undefined ? {} : { also }),
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

/** What the examples expect figures of, beside those that every plan has. */
function expectedDetail({ dimensions, themes, rubric, examples }: Questionnaire): Detail | undefined {
  const expected = new Set(
    examples.flatMap(({ definition }) => Object.values(definition.expect).flatMap(Object.keys)),
  );
  const drop = (figures: readonly { readonly id: string }[]) => {
    for (const { id } of figures) expected.delete(id);
  };
  const dropAll = (all: readonly Dimension[]) => {
    drop(all);
    for (const { dimensions } of all) dropAll(dimensions);
  };
  dropAll(dimensions);
  drop([...themes, ...(rubric.body.indices ?? []), { id: 'overall' }]);
  if (expected.size === 0) return undefined;
  return [...expected].some((id) => id.includes('__')) ? 'cells' : 'questions';
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
