import type { Place, Severity } from '../../finding/finding.js';
import type { PlanContext } from './plan-context.js';

/** What a rule of one's own sees: a questionnaire in which nothing is an error, and how it is scored. */
export type RuleContext = PlanContext;

/** A rule of one's own, as its module writes it. */
export interface RuleDefinition<Args> {
  /** The plugin's name, `/`, and the rule's: `acme/owner-named`. */
  readonly id: string;
  readonly severity: Severity;
  /** Why it is worth a finding, in one paragraph. */
  readonly reason: string;
  /** A part of a questionnaire that it finds fault with. */
  readonly bad: string;
  /** The same, mended. */
  readonly good: string;
  /** Where to read more, `https://…`. */
  readonly url?: string;
  /** What was found, as one sentence without a full stop. */
  readonly text: (args: Args) => string;
  /** What to do about it. */
  readonly help?: (args: Args) => string | undefined;
  /** The places that it finds fault with. */
  readonly check: (context: RuleContext) => Iterable<{ readonly place: Place; readonly args: Args }>;
}

/** A rule of one's own, ready to run. */
export interface PluginRule {
  readonly id: string;
  readonly severity: Severity;
  readonly reason: string;
  readonly bad: string;
  readonly good: string;
  readonly url?: string;
  readonly find: (context: RuleContext) => readonly PluginReport[];
}

/** One thing that a rule of one's own has found, in its words. */
export interface PluginReport {
  readonly place: Place;
  readonly message: string;
  readonly help?: string;
}

/** An id that no rule of Milepost has. */
const form = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
const severities: readonly unknown[] = ['error', 'warning', 'info'] satisfies readonly Severity[];

/**
 * Makes a rule of one's own, which `check` goes by where a config names its module under `plugins:`, or the command line
 * with `--plugin`. `check` yields a place and the args of its text for each thing found; `context.locator` gives the
 * place of any part of the questionnaire. Throws a TypeError for an id or a severity that is none, and where a part is missing.
 */
export function defineRule<Args>(rule: RuleDefinition<Args>): PluginRule {
  const { id, severity, reason, bad, good, url, text, help, check } = rule;
  if (typeof id !== 'string' || !form.test(id)) {
    throw new TypeError(
      `a rule's id is the plugin's name, / and the rule's, in lower-case letters, digits and -; found ${JSON.stringify(id)}`,
    );
  }
  if (!severities.includes(severity)) {
    throw new TypeError(`the severity of ${id} is error, warning or info; found ${JSON.stringify(severity)}`);
  }
  for (const [key, value] of Object.entries({ reason, bad, good })) {
    if (typeof value !== 'string') throw new TypeError(`${id} needs a text as its \`${key}\``);
  }
  for (const [key, value] of Object.entries({ text, check })) {
    if (typeof value !== 'function') throw new TypeError(`${id} needs a function as its \`${key}\``);
  }
  return Object.freeze({
    id,
    severity,
    reason,
    bad,
    good,
    ...(url === undefined ? {} : { url }),
    find: (context: RuleContext) =>
      // Not `Array.from`, which takes a promise for an empty list.
      [...check(context)].map(({ place, args }) => {
        const advice = help?.(args);
        return { place, message: text(args), ...(advice === undefined ? {} : { help: advice }) };
      }),
  });
}

export function isRule(value: unknown): value is PluginRule {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    form.test(value.id) &&
    'severity' in value &&
    severities.includes(value.severity) &&
    'reason' in value &&
    typeof value.reason === 'string' &&
    'bad' in value &&
    typeof value.bad === 'string' &&
    'good' in value &&
    typeof value.good === 'string' &&
    'find' in value &&
    typeof value.find === 'function'
  );
}
