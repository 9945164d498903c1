import { adjustmentRules } from './catalogue/adjustments.js';
import { carryRules } from './catalogue/carry.js';
import { changeRules, versionRules } from './catalogue/changes.js';
import { checkRules } from './catalogue/checks.js';
import { definitionRules } from './catalogue/definition.js';
import { expressionRules } from './catalogue/expression.js';
import { fileRules } from './catalogue/file.js';
import { interviewRules } from './catalogue/interview.js';
import { migrationRules } from './catalogue/migration.js';
import { pluginRules } from './catalogue/plugin.js';
import { policyRules } from './catalogue/policy.js';
import { privacyRules } from './catalogue/privacy.js';
import { registerRules } from './catalogue/register.js';
import { responseRules } from './catalogue/response.js';
import { returnedColumnRules } from './catalogue/returned-columns.js';
import { returnedFileRules } from './catalogue/returned-files.js';
import { returnedRowRules } from './catalogue/returned-rows.js';
import { rubricRules } from './catalogue/rubric.js';
import { themeRules } from './catalogue/theme.js';
import { workbookRules } from './catalogue/workbook.js';
import type { DescribedRule, Rule } from './rule.js';

/** Every rule there is, with its severity and its wording. */
export const catalogue = {
  ...fileRules,
  ...definitionRules,
  ...checkRules,
  ...expressionRules,
  ...rubricRules,
  ...responseRules,
  ...returnedFileRules,
  ...returnedColumnRules,
  ...returnedRowRules,
  ...adjustmentRules,
  ...carryRules,
  ...interviewRules,
  ...migrationRules,
  ...registerRules,
  ...workbookRules,
  ...policyRules,
  ...themeRules,
  ...pluginRules,
  ...privacyRules,
  ...changeRules,
  ...versionRules,
};

export type RuleId = keyof typeof catalogue;
/** Those that have a description. */
export type DescribedRuleId = {
  [R in RuleId]: (typeof catalogue)[R] extends DescribedRule<never> ? R : never;
}[RuleId];
type Args = { readonly [R in RuleId]: Parameters<(typeof catalogue)[R]['text']>[0] };
export type RuleArgs<R extends RuleId> = Args[R];

/** The same rules, typed so that a rule and its args go together. */
const rules: { readonly [R in RuleId]: Rule<Args[R]> } = catalogue;

/** What is wrong, as one sentence without a full stop. */
export function textOf<R extends RuleId>({
  rule,
  args,
}: {
  readonly rule: R;
  readonly args: Args[R];
}): string {
  return rules[rule].text(args);
}

/** What to do about it, where the rule knows. */
export function helpOf<R extends RuleId>({
  rule,
  args,
}: {
  readonly rule: R;
  readonly args: Args[R];
}): string | undefined {
  return rules[rule].help(args);
}
