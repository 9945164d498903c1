import { type Finding, isError } from '../../finding/finding.js';
import type { Loaded } from '../../questionnaire/load.js';
import { loadDefinition } from '../../questionnaire/load-definition.js';
import type { Dimension, Questionnaire } from '../../questionnaire/questionnaire.js';
import { checkExamples } from '../../rubric/checks/examples.js';
import { runChecks } from '../../rubric/checks/registry.js';
import type { LoadedRule } from '../../rubric/checks/run-plugin-rules.js';
import { makePlan } from '../../rubric/make-plan.js';
import type { Detail } from '../../rubric/plan/nodes/make-pooled.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { loadPlugins, type PluginOptions } from '../plugins/plugins.js';
import { checkFragment } from './fragment.js';
import { through } from './gathered.js';
import type { Look } from './look.js';
import { checkRubric } from './rubrics.js';
import { missingSchema } from './schema-line.js';

/** Checks one file, as what it says it is. */
export async function lookAt(
  file: string,
  rules: readonly LoadedRule[],
  files: DiskFiles,
  options: PluginOptions,
  host: Host,
): Promise<Look> {
  const definition = loadDefinition(file, files);
  const of = (findings: readonly Finding[]) => ({
    file,
    findings: [...findings, ...missingSchema(file, files)],
  });
  switch (definition.kind) {
    case 'questionnaire': {
      const { loaded } = definition;
      const findings = through(file, await checkQuestionnaire(loaded, rules, files, options, host));
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
        ...of([...definition.findings, ...configFindings(definition.source, definition, host.cwd, files)]),
        kind: 'other',
      };
    }
    case 'theme': {
      const { lookAtTheme } = await import('../report/look-at-theme.js');
      const { findings } = lookAtTheme(file, definition, host);
      return { ...of([...definition.findings, ...findings]), kind: 'other' };
    }
    case 'map':
    case 'unknown':
      return { ...of(definition.findings), kind: 'other' };
  }
}

async function checkQuestionnaire(
  { questionnaire, locator, broken, files: made, findings: loaded }: Loaded,
  rules: readonly LoadedRule[],
  files: DiskFiles,
  options: PluginOptions,
  host: Host,
): Promise<readonly Finding[]> {
  if (questionnaire === undefined) return loaded;
  const findings = [...loaded];
  const plugins = await loadPlugins(questionnaire.rubric, locator, host, options);
  findings.push(...plugins.findings);
  const planWith = (also: Detail | undefined) =>
    makePlan(questionnaire, locator, {
      plugins: plugins.methods,
      broken,
      ...(also === undefined ? {} : { also }),
    });
  const also = expectedDetail(questionnaire);
  const { plan, findings: planned } = planWith(also);
  const own = planned.filter(({ rule }) => !(plugins.refused && rule === 'unknown-method'));
  // Errors leave scores unknown: what else is said of them may only follow.
  findings.push(...([...findings, ...own].some(isError) ? own.filter(isError) : own));
  const { textOf } = files;
  const context = { questionnaire, broken, locator, files: made, textOf, plan };
  findings.push(...runChecks(context, findings));
  if (rules.length > 0 && !findings.some(isError)) {
    const { runPluginRules } = await import('../../rubric/checks/run-plugin-rules.js');
    // They see the same whatever the examples expect figures of.
    const seen = also === 'questions' ? plan : planWith('questions').plan;
    findings.push(...runPluginRules(rules, { ...context, plan: seen }));
  }
  if (questionnaire.examples.length > 0 && !findings.some(isError)) {
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
