import type { Problem } from '../../expression/expression.js';
import type { RuleArgs, RuleId } from '../../finding/catalogue.js';
import { type Finding, finding, type Path } from '../../finding/finding.js';
import type { ReadDefinition } from '../definition/read-definition.js';
import type { Origin } from '../questionnaire.js';

/** One definition file while a questionnaire is made of it: where its parts stand, and a place to report to. */
export interface Part {
  readonly file: string;
  readonly broken: ReadonlySet<string>;
  readonly origin: (part: object, ...more: Path) => Origin;
  /** The line that something of this file stands in, where lines are known. */
  readonly line?: (origin: Origin) => number | undefined;
  readonly report: Report;
  /** Reports a problem at its own characters of a text that stands at `origin`. */
  readonly reportWithin: (problem: Problem, origin: Origin, text: string) => void;
}

export type Report = <R extends RuleId>(
  rule: R,
  origin: Origin,
  args: RuleArgs<R>,
  part?: 'key' | 'value',
) => void;

export function partOf(file: string, read: ReadDefinition<unknown>, findings: Finding[]): Part {
  return {
    file,
    broken: read.broken,
    origin: (part, ...more) => ({ file, path: [...read.pathOf(part), ...more] }),
    line: ({ path }) => read.place(path).range?.start.line,
    report: (rule, origin, args, part) => {
      findings.push(finding(rule, read.place(origin.path, part), args));
    },
    reportWithin: ({ start, end, ...what }, origin, text) => {
      findings.push({ ...read.placeWithin(origin.path, text, start, end), ...what, severity: 'error' });
    },
  };
}
