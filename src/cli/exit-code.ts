import type { Finding, Severity } from '../finding/finding.js';

export const exitCodes = { done: 0, findings: 1, couldNot: 2, bug: 3, interrupted: 130 } as const;

/** From which severity on findings make a run fail. */
export type FailOn = Severity | 'never';

/** What a command did, as far as its exit code is concerned. */
export interface Outcome {
  readonly findings: readonly Finding[];
  /** Rows of answers that were refused. */
  readonly rejected?: number;
  /** Something named on the command line could not be read at all, or not be used. */
  readonly couldNot?: boolean;
}

const order: readonly Severity[] = ['info', 'warning', 'error'];

/** 0 done; 1 done, with findings at or above `failOn` or rejected rows; 2 could not do it. */
export function exitCode({ findings, rejected = 0, couldNot = false }: Outcome, failOn: FailOn): number {
  if (couldNot) return exitCodes.couldNot;
  if (rejected > 0) return exitCodes.findings;
  if (failOn === 'never') return exitCodes.done;
  const least = order.indexOf(failOn);
  return findings.some(({ severity }) => order.indexOf(severity) >= least)
    ? exitCodes.findings
    : exitCodes.done;
}
