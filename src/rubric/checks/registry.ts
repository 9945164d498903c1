import type { CheckRuleId } from '../../finding/catalogue/checks.js';
import { type Finding, isError } from '../../finding/finding.js';
import type { CheckRule } from '../../questionnaire/checks/check-rule.js';
import { questionnaireChecks } from '../../questionnaire/checks/registry.js';
import { bandsStartLate } from './bands-start-late.js';
import type { PlanContext } from './plan-context.js';
import { questionCountsLittle } from './question-counts-little.js';

/** The rules that look at how a questionnaire is scored. */
const planChecks = {
  'question-counts-little': questionCountsLittle,
  'bands-start-late': bandsStartLate,
} satisfies Readonly<Record<string, CheckRule<PlanContext>>>;

/** Every rule, in the order of the documentation. One that is described and not here, or the other way round, does not compile. */
export const checks: { readonly [R in CheckRuleId]: CheckRule<PlanContext> } = {
  ...questionnaireChecks,
  ...planChecks,
};

/**
 * What all rules find. `before` is what is known to be wrong: errors leave scores unknown, and what a rule finds on
 * the line of an error mostly follows from it.
 */
export function runChecks(context: PlanContext, before: readonly Finding[]): readonly Finding[] {
  const errors = before.filter(isError);
  const rules = errors.length > 0 ? questionnaireChecks : checks;
  const found = Object.values<CheckRule<PlanContext>>(rules).flatMap((rule) => rule.run(context));
  const lines = new Set(errors.map(lineOf));
  return errors.length === 0 ? found : found.filter((problem) => !lines.has(lineOf(problem)));
}

function lineOf({ file, range }: Finding): string {
  return `${range?.start.line ?? 0} ${file}`;
}
