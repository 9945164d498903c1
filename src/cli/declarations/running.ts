import type { Host } from '../host.js';

/** What running the program came to; set by the command that ran. */
export interface Run {
  exitCode: number;
}

/** What a command runs with, and tells its end to. */
export interface Running {
  readonly host: Host;
  readonly version: string;
  readonly run: Run;
}

/** The arguments as they stand: which of them is the questionnaire is for the command to make out. */
export function named(first: string | undefined, more: readonly string[]): readonly string[] {
  return first === undefined ? more : [first, ...more];
}
