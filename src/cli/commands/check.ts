import { sortFindings } from '../../export/findings/sort.js';
import { summary } from '../../export/findings/summary.js';
import { type Finding, isError } from '../../finding/finding.js';
import type { Loaded } from '../../questionnaire/load.js';
import { loadDefinition } from '../../questionnaire/load-definition.js';
import { runChecks } from '../../rubric/checks/registry.js';
import { makePlan } from '../../rubric/make-plan.js';
import { checkFragment } from '../check/fragment.js';
import { gathered, through } from '../check/gathered.js';
import { checkPairs, type Look, partlySeen } from '../check/look.js';
import { checkRubric } from '../check/rubrics.js';
import { missingSchema } from '../check/schema-line.js';
import { filesToCheck, type ScopeOptions } from '../check/scope.js';
import { exitCode, exitCodes, type FailOn } from '../exit-code.js';
import type { DiskFiles } from '../files.js';
import type { Host } from '../host.js';
import { loadPlugins } from '../plugins.js';
import { judgeDefinitions, judgeResponses } from '../policy/judge.js';
import { type FindingOutput, outputsFor } from '../policy/outputs.js';
import { writeFindings } from '../print.js';
import type { Description } from '../statistics/describe.js';

export interface CheckOptions extends ScopeOptions {
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
  const outputs = outputsFor(options.format, host.env);
  const { files, checked, notes } = await filesToCheck(paths, options, host);
  for (const note of notes) host.stderr.write(`${note}\n`);
  const { failOn } = options;
  if (checked.length === 0) {
    await writeFindings({ findings: [], checked, failOn }, outputs, host, files, options.color);
    host.stderr.write('Nothing to check.\n');
    return exitCodes.done;
  }
  const looks: Look[] = [];
  for (const file of checked) looks.push(await look(file, files, options, host));
  const findings = gathered([
    ...looks.flatMap(({ findings }) => findings),
    ...(await checkPairs(looks, files, options, host)),
  ]);
  const description = await descriptionOf(checked, outputs, options, host, files);
  const partly = partlySeen(looks);
  const judged = await judgeDefinitions(findings, checked, options, host, files, partly);
  const returned = await judgeReturned(description?.findings ?? [], options, host, files);
  const sorted = sortFindings([...judged, ...returned]);
  const supplement = description === undefined ? {} : { supplement: description.supplement };
  const report = { findings: sorted, checked, failOn, ...supplement };
  await writeFindings(report, outputs, host, files, options.color);
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

/** Checks one file, as what it says it is. */
async function look(file: string, files: DiskFiles, options: CheckOptions, host: Host): Promise<Look> {
  const definition = loadDefinition(file, files);
  const of = (findings: readonly Finding[]) => ({
    file,
    findings: [...findings, ...missingSchema(file, files)],
  });
  switch (definition.kind) {
    case 'questionnaire': {
      const { loaded } = definition;
      const findings = through(file, await checkQuestionnaire(loaded, files, options, host));
      return { ...of(findings), kind: 'questionnaire', includes: loaded.files, id: loaded.questionnaire?.id };
    }
    case 'fragment':
      return { ...of(checkFragment(definition.loaded, files)), kind: 'fragment' };
    case 'rubric':
      return {
        ...of(checkRubric(file, definition.loaded, files)),
        kind: 'rubric',
        loaded: definition.loaded,
      };
    case 'config': {
      const { configFindings } = await import('../policy/config-findings.js');
      return {
        ...of([...definition.findings, ...configFindings(definition.source, host.cwd)]),
        kind: 'other',
      };
    }
    case 'map':
    case 'unknown':
      return { ...of(definition.findings), kind: 'other' };
  }
}

async function checkQuestionnaire(
  { questionnaire, locator, broken, files: made, findings: loaded }: Loaded,
  files: DiskFiles,
  options: CheckOptions,
  host: Host,
): Promise<readonly Finding[]> {
  if (questionnaire === undefined) return loaded;
  const findings = [...loaded];
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
  findings.push(...runChecks({ questionnaire, broken, locator, files: made, textOf, plan }, findings));
  if (questionnaire.examples.length > 0 && !findings.some(isError)) {
    const { checkExamples } = await import('../../rubric/examples.js');
    findings.push(...checkExamples(plan, locator));
  }
  return findings;
}

function expectsCells(examples: readonly { readonly definition: { readonly expect: object } }[]): boolean {
  return JSON.stringify(examples.map(({ definition }) => definition.expect)).includes('__');
}
