import { type Finding, isError } from '../finding/finding.js';
import { intake } from '../intake/intake.js';
import { type Locator, locatorIn } from '../questionnaire/load.js';
import { loadRubric } from '../questionnaire/load-rubric.js';
import type { Questionnaire, RubricSource } from '../questionnaire/questionnaire.js';
import type { Resolved } from '../response/resolve.js';
import type { Response } from '../response/response.js';
import { makePlan, type PlanOptions } from '../rubric/make-plan.js';
import type { Plan, PluginMethod } from '../rubric/plan.js';
import { type Answers, type Scorecard, scorer } from '../rubric/score.js';
import { targetsOf } from '../rubric/targets.js';
import type { DiskFiles } from './files.js';
import type { Host } from './host.js';
import { loadForUse } from './load.js';
import { loadPlugins } from './plugins.js';
import type { Returns } from './returns.js';
import { problemFindings } from './score-problems.js';
import { UsageError } from './usage-error.js';

export interface ScoringOptions {
  readonly rubric: readonly string[];
  readonly plugin: readonly string[];
  readonly allowPlugins: boolean;
}

/** A questionnaire ready to score by one or several rubrics. */
export interface Prepared {
  readonly questionnaire: Questionnaire;
  readonly plans: readonly Plan[];
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
  return findings.some(isError) ? { findings } : { questionnaire, plans, findings };
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

/** One accepted response with its scorecard under each plan; the cards last until the next one. */
export interface Scored {
  readonly response: Response;
  readonly resolved: Resolved;
  readonly answers: Answers;
  readonly cards: readonly Scorecard[];
}

/** What became of the rows that came back. */
export interface Tally {
  readonly accepted: number;
  readonly rejected: number;
  /** The files that responses were in. */
  readonly files: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/** Reads every response and scores it by every plan. */
export async function scoreAll(
  prepared: Prepared,
  { inputs, options }: Pick<Returns, 'inputs' | 'options'>,
  each: (scored: Scored) => void,
): Promise<Tally> {
  const { questionnaire, plans } = prepared;
  const score = plans.map((plan) => scorer(plan));
  const findings: Finding[] = [];
  const problems = problemFindings(plans);
  let accepted = 0;
  let rejected = 0;
  const files = new Set<string>();
  for await (const batch of intake(questionnaire, inputs, options)) {
    for (const { response, resolved } of batch.accepted) {
      const answers = {
        given: resolved,
        states: resolved.states,
        targets: targetsOf(questionnaire, response),
      };
      const cards = score.map((by) => by(answers));
      for (const [i, card] of cards.entries()) {
        if (card.problems.length > 0) problems.note(i, `response \`${response.id}\``, card.problems);
      }
      each({ response, resolved, answers, cards });
      accepted++;
    }
    for (const row of batch.rejected) findings.push(...row.findings);
    rejected += batch.rejected.length;
    if (batch.accepted.length + batch.rejected.length > 0) files.add(batch.source.file);
    findings.push(...batch.findings);
  }
  findings.push(...problems.findings());
  return { accepted, rejected, files, findings };
}
