import type { CheckRuleId } from '../../finding/catalogue/checks.js';
import { type Finding, isError } from '../../finding/finding.js';
import type { CheckRule } from '../../questionnaire/checks/check-rule.js';
import { questionnaireChecks } from '../../questionnaire/checks/registry.js';
import { runRules } from '../../questionnaire/checks/run-rules.js';
import { bandsStartLate } from './bands-start-late.js';
import type { PlanContext } from './plan-context.js';
import { questionCountsLittle } from './question-counts-little.js';

/** The rules that look at how a questionnaire is scored, in the order of the documentation. */
export const planChecks = {
  'question-counts-little': questionCountsLittle,
  'bands-start-late': bandsStartLate,
} satisfies Readonly<Record<string, CheckRule<PlanContext>>>;

/** Every rule that `check` goes by. One that is in the catalogue and not here, or the other way round, does not compile. */
const checks: { readonly [R in CheckRuleId]: CheckRule<PlanContext, R> } = {
  ...questionnaireChecks,
  ...planChecks,
};

/** What all rules find. `before` is what is known to be wrong: errors leave scores unknown. */
export function runChecks(context: PlanContext, before: readonly Finding[]): readonly Finding[] {
  const rules = before.some(isError) ? questionnaireChecks : checks;
  return runRules(Object.values<CheckRule<PlanContext>>(rules), context, before);
}
