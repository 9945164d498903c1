import type { Severity } from './finding.js';

/** A rule's wording: `text` says what was found and what is allowed, `help` what to do. */
export interface Rule<Args> {
  readonly severity: Severity;
  readonly text: (args: Args) => string;
  readonly help: (args: Args) => string | undefined;
}

type RuleInput<Args> = Omit<Rule<Args>, 'help'> & Partial<Pick<Rule<Args>, 'help'>>;

export function rule<Args>({ severity, text, help = () => undefined }: RuleInput<Args>): Rule<Args> {
  return { severity, text, help };
}

/** A rule with a reason and examples, which stand in a file of its id and are shown in docs/rules.md. */
export interface DescribedRule<Args> extends Rule<Args> {
  readonly described: true;
}

/** As `rule`; the compiler then asks for a description in `rubric/checks/descriptions.ts`. */
export function describedRule<Args>(input: RuleInput<Args>): DescribedRule<Args> {
  return { ...rule(input), described: true };
}
