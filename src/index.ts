/** The public API: what a program, or a plugin's author, imports. */

export { type Collector, collector } from './compare/collect.js';
export type { Comparison, Unit } from './compare/comparison.js';
export { helpOf, textOf } from './finding/catalogue.js';
export type { Finding, Place, Severity } from './finding/finding.js';
export { type Accepted, type Batch, type Input, intake, type Rejected } from './intake/intake.js';
export { askedIn, within } from './questionnaire/checks/asked.js';
export type { SourceFiles } from './questionnaire/definition/source-file.js';
export { isSound, type Loaded, loadQuestionnaire } from './questionnaire/load.js';
export { loadRubric } from './questionnaire/load-rubric.js';
export type { Dimension, Question, Questionnaire } from './questionnaire/questionnaire.js';
export { type Resolved, resolve } from './response/resolve.js';
export type { Answer, Response } from './response/response.js';
export { responseSchema } from './response/schema.js';
export {
  defineRule,
  type PluginRule,
  type RuleContext,
  type RuleDefinition,
} from './rubric/checks/define-rule.js';
export { defineMethod } from './rubric/define-method.js';
export { makePlan, type PlanOptions } from './rubric/make-plan.js';
export type { Plan, PluginChild, PluginMethod } from './rubric/plan.js';
export { type Answers, keepScorecard, type Scorecard, scorer } from './rubric/score.js';
