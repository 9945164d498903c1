import type { RuleArgs, RuleId } from './catalogue.js';
import { catalogue } from './catalogue.js';

/** How bad a finding is: an `error` makes its input unusable, a `warning` is likely a mistake, `info` is worth a look. */
export type Severity = 'error' | 'warning' | 'info';

/** A place in a text: line and column count from 1, columns in UTF-16 units; `offset` counts from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From the first character to behind the last. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Keys and indices from the top of a document down to a value. */
export type Path = readonly (string | number)[];

/** A cell of a table that came back: `line` counts the file's lines from 1, `column` its columns from 1. */
export interface Cell {
  readonly sheet?: string;
  readonly line: number;
  readonly column?: number;
  readonly name?: string;
}

/** Where a finding is: always a file, and as exact as is known beyond it. */
export interface Place {
  readonly file: string;
  readonly path?: Path;
  readonly range?: Range;
  readonly cell?: Cell;
}

/** One problem as data. Its wording is made by `textOf` and `helpOf` from the rule and the args, nowhere else. */
export type Finding = { [R in RuleId]: FindingOf<R> }[RuleId];

/** A finding of one rule. */
export interface FindingOf<R extends RuleId> extends Place {
  readonly rule: R;
  readonly severity: Severity;
  /** Where the same stood in an earlier version, of a finding about what changed. */
  readonly earlier?: Place;
  readonly args: RuleArgs<R>;
  /** The files through which it was found, where it stands in one that others include. */
  readonly includedBy?: readonly string[];
}

/** Makes a finding with its rule's own severity. */
export function finding<R extends RuleId>(rule: R, place: Place, args: RuleArgs<R>): Finding;
// That one of a union's members is made, and which, the compiler cannot follow for a rule it does not know.
export function finding(rule: RuleId, place: Place, args: object): object {
  return { rule, severity: catalogue[rule].severity, ...place, args };
}

/** The id that a finding's rule is known by: of a rule of one's own, the one that its module gives it. */
export function ruleIdOf(problem: Finding): string {
  return problem.rule === 'plugin-rule' ? problem.args.id : problem.rule;
}

export function isError(problem: Finding): boolean {
  return problem.severity === 'error';
}
