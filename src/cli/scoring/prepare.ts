import { type Finding, isError } from '../../finding/finding.js';
import { type Locator, locatorIn } from '../../questionnaire/load.js';
import { loadRubric } from '../../questionnaire/load-rubric.js';
import type { Questionnaire, RubricSource } from '../../questionnaire/questionnaire.js';
import { makePlan, type PlanOptions } from '../../rubric/make-plan.js';
import type { Plan, PluginMethod } from '../../rubric/plan.js';
import type { DiskFiles } from '../files/files.js';
import type { Host } from '../host.js';
import { loadPlugins } from '../plugins/plugins.js';
import { loadForUse } from '../project/load-for-use.js';
import { UsageError } from '../usage-error.js';

export interface ScoringOptions {
  readonly rubric: readonly string[];
  readonly plugin: readonly string[];
  readonly allowPlugins: boolean;
}

/** A questionnaire ready to score by one or several rubrics. */
export interface Prepared {
  readonly questionnaire: Questionnaire;
  readonly plans: readonly Plan[];
  /** The rubrics as they were written, in the order of the plans. */
  readonly rubrics: readonly RubricSource[];
  readonly findings: readonly Finding[];
}

export type Preparation = Prepared | { readonly plans?: undefined; readonly findings: readonly Finding[] };

/** Loads a questionnaire and plans its scores, once for each rubric asked for, or for its own. */
export async function prepare(
  file: string,
  files: DiskFiles,
  host: Host,
  options: ScoringOptions,
  also?: PlanOptions['also'],
): Promise<Preparation> {
  const usable = loadForUse(file, files);
  if (usable.questionnaire === undefined) return { findings: usable.findings };
  const { loaded, questionnaire } = usable;
  const findings = [...usable.findings];
  const plans: Plan[] = [];
  const sources = options.rubric.length === 0 ? [ownRubric(questionnaire, loaded.locator)] : [];
  for (const path of options.rubric) {
    const read = loadRubric(path, files);
    findings.push(...read.findings);
    if (read.unreadable !== undefined) throw new UsageError(`${path} ${read.unreadable}`);
    if (read.otherKind !== undefined) {
      throw new UsageError(
        `${path} is a ${read.otherKind}, and a rubric is needed`,
        'A rubric starts with `milepost: 1` and `kind: rubric`.',
      );
    }
    if (read.rubric === undefined || read.findings.some(isError)) continue;
    sources.push({
      rubric: read.rubric,
      locator: locatorIn(read.locators),
    });
  }
  if (findings.some(isError)) return { findings };
  const twin = sources.find(
    ({ rubric }, i) => sources.findIndex((other) => other.rubric.id === rubric.id) < i,
  );
  if (twin !== undefined) {
    throw new UsageError(
      `two of the rubrics have the id \`${twin.rubric.id}\`, so their columns would have one name`,
      'Give each rubric an id of its own.',
    );
  }
  for (const { rubric, locator } of sources) {
    const plugins = await loadPlugins(rubric, locator, host, options);
    findings.push(...plugins.findings);
    const made = planWith(questionnaire, rubric, locator, plugins.methods, also);
    // What follows from a plugin that was not run is not said again.
    findings.push(...made.findings.filter(({ rule }) => !(plugins.refused && rule === 'unknown-method')));
    plans.push(made.plan);
  }
  return findings.some(isError)
    ? { findings }
    : { questionnaire, plans, rubrics: sources.map(({ rubric }) => rubric), findings };
}

function ownRubric(
  questionnaire: Questionnaire,
  locator: Locator,
): { rubric: RubricSource; locator: Locator } {
  return { rubric: questionnaire.rubric, locator };
}

function planWith(
  questionnaire: Questionnaire,
  rubric: RubricSource,
  locator: Locator,
  plugins: ReadonlyMap<string, PluginMethod>,
  also: PlanOptions['also'],
): ReturnType<typeof makePlan> {
  return makePlan(questionnaire, locator, { rubric, plugins, ...(also === undefined ? {} : { also }) });
}
