import type { Problem } from '../../expression/expression.js';
import type { RuleArgs, RuleId } from '../../finding/catalogue.js';
import { type Finding, finding, type Path } from '../../finding/finding.js';
import type { Locator } from '../../questionnaire/load.js';
import type { Origin, Question, Questionnaire, RubricSource } from '../../questionnaire/questionnaire.js';
import type { PluginMethod } from '../plan.js';

type Report<Where> = <R extends RuleId>(
  rule: R,
  where: Where,
  args: RuleArgs<R>,
  part?: 'key' | 'value',
) => void;

/** How what is wrong with a rubric is told. */
export interface Reporting {
  readonly rubric: RubricSource;
  /** Reports at a path inside the rubric. */
  readonly report: Report<Path>;
  /** The same, but at one place only the first time: several nodes can be made by one line of the rubric. */
  readonly reportOnce: Report<Path>;
  /** Reports at a part of the questionnaire, at one place only the first time. */
  readonly reportAt: Report<Origin>;
  readonly reportWithin: (problem: Problem, path: Path, text: string) => void;
}

/** What every part of a rubric needs while it is made into a plan. */
export interface RubricContext extends Reporting {
  readonly questionnaire: Questionnaire;
  readonly questions: ReadonlyMap<string, Question>;
  readonly broken: ReadonlySet<string>;
  readonly plugins: ReadonlyMap<string, PluginMethod>;
}

export function rubricContext(
  questionnaire: Questionnaire,
  rubric: RubricSource,
  broken: ReadonlySet<string>,
  plugins: ReadonlyMap<string, PluginMethod>,
  locator: Locator,
  findings: Finding[],
): RubricContext {
  return {
    ...reporting(rubric, locator, findings),
    questionnaire,
    broken,
    plugins,
    questions: new Map(questionnaire.questions.map((question) => [question.id, question])),
  };
}

export function reporting(rubric: RubricSource, locator: Locator, findings: Finding[]): Reporting {
  const { file, path: base } = rubric.origin;
  const within = (path: Path): Origin => ({ file, path: [...base, ...path] });
  const report = <R extends RuleId>(rule: R, origin: Origin, args: RuleArgs<R>, part?: 'key' | 'value') => {
    findings.push(finding(rule, locator.place(origin, part), args));
  };
  const reported = new Set<string>();
  const reportOnce: typeof report = (rule, origin, args, part) => {
    const key = JSON.stringify([rule, origin]);
    if (!reported.has(key)) report(rule, origin, args, part);
    reported.add(key);
  };
  return {
    rubric,
    report: (rule, path, args, part) => report(rule, within(path), args, part),
    reportOnce: (rule, path, args, part) => reportOnce(rule, within(path), args, part),
    reportAt: reportOnce,
    reportWithin: ({ start, end, ...what }, path, text) => {
      const place = locator.placeWithin(within(path), text, start, end);
      findings.push({ ...place, ...what, severity: 'error' });
    },
  };
}
