import type { Problem } from '../expression/expression.js';
import type { RuleArgs, RuleId } from '../finding/catalogue.js';
import { type Finding, finding, type Path } from '../finding/finding.js';
import { suggest } from '../finding/suggest.js';
import type { Locator } from '../questionnaire/load.js';
import type { Question, Questionnaire, RubricSource } from '../questionnaire/questionnaire.js';
import type { PluginMethod } from './plan.js';

/** What every part of a rubric needs while it is made into a plan. */
export interface RubricContext {
  readonly questionnaire: Questionnaire;
  readonly rubric: RubricSource;
  readonly questions: ReadonlyMap<string, Question>;
  readonly broken: ReadonlySet<string>;
  readonly plugins: ReadonlyMap<string, PluginMethod>;
  /** Reports at a path inside the rubric. */
  readonly report: <R extends RuleId>(rule: R, path: Path, args: RuleArgs<R>, part?: 'key' | 'value') => void;
  readonly reportWithin: (problem: Problem, path: Path, text: string) => void;
}

export function rubricContext(
  questionnaire: Questionnaire,
  rubric: RubricSource,
  broken: ReadonlySet<string>,
  plugins: ReadonlyMap<string, PluginMethod>,
  locator: Locator,
  findings: Finding[],
): RubricContext {
  const { file, path: base } = rubric.origin;
  return {
    questionnaire,
    rubric,
    broken,
    plugins,
    questions: new Map(questionnaire.questions.map((question) => [question.id, question])),
    report: (rule, path, args, part) => {
      findings.push(finding(rule, locator.place({ file, path: [...base, ...path] }, part), args));
    },
    reportWithin: ({ start, end, ...what }, path, text) => {
      const place = locator.placeWithin({ file, path: [...base, ...path] }, text, start, end);
      findings.push({ ...place, ...what, severity: 'error' });
    },
  };
}

/** `{ suggestion }`, or nothing. */
export function suggestion(word: string, known: Iterable<string>): { suggestion?: string } {
  const found = suggest(word, known);
  return found === undefined ? {} : { suggestion: found };
}
