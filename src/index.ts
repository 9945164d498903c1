/** The public API: what a program, or a plugin's author, imports. */

export { type Collector, collector } from './compare/collect.js';
export type { Comparison, Unit } from './compare/comparison.js';
export { type AuditOptions, audit, type Disclosure } from './compare/suppression/audit.js';
export { type Blanked, blanked } from './compare/suppression/blank.js';
export type { EarlierFigure } from './compare/suppression/earlier/earlier-figure.js';
export {
  type EarlierDocument,
  earlierDocument,
} from './compare/suppression/earlier/read/earlier-document.js';
export { readEarlier } from './compare/suppression/earlier/read/scores.js';
export {
  type Cell,
  type Derivation,
  type Knowledge,
  type Pattern,
  type Relation,
  relation,
} from './compare/suppression/knowledge.js';
export { measures, type ShownTable } from './compare/suppression/reader/shown-table.js';
export type { Told, ToldComparison } from './compare/suppression/reader/table-knowledge.js';
export { loadSolver } from './compare/suppression/solver/load-solver.js';
export type { Solver } from './compare/suppression/solver/solver.js';
export { type Suppression, type SuppressionOptions, suppress } from './compare/suppression/suppress.js';
export { type Withholding, withhold } from './compare/suppression/withhold.js';
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
export { responseSchema } from './response/schema/schema.js';
export {
  defineRule,
  type PluginRule,
  type RuleContext,
  type RuleDefinition,
} from './rubric/checks/define-rule.js';
export { makePlan, type PlanOptions } from './rubric/make-plan.js';
export { defineMethod } from './rubric/methods/define-method.js';
export type { Plan, PluginChild, PluginMethod } from './rubric/plan.js';
export { type Answers, keepScorecard, type Scorecard, scorer } from './rubric/score.js';
