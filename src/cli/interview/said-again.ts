import type { CarryOptions } from '../carry/read-instruments.js';
import type { ConfigOptions } from '../policy/judge.js';
import type { ScoringOptions } from '../scoring/prepare.js';

/** What the command line says that holds for the next sitting too. */
export interface HowAsked extends ScoringOptions, ConfigOptions, CarryOptions {
  readonly plain: boolean;
  readonly scores: boolean;
  readonly discardJournal: boolean;
  readonly keep: readonly string[];
  readonly previous?: readonly string[];
  readonly units?: string;
}

/** The options to go on with an interview as it was begun, as words of a shell; more options follow. */
export function saidAgain(options: HowAsked, word: (text: string) => string): readonly string[] {
  const each = (flag: string, values: readonly string[]) => values.flatMap((value) => [flag, word(value)]);
  const { plain, scores, discardJournal, allowPlugins, keep, units, previous = [], config } = options;
  return [
    ...(plain ? ['--plain'] : []),
    ...(scores ? [] : ['--no-scores']),
    ...(discardJournal ? ['--discard-journal'] : []),
    ...each('--keep', keep),
    ...each('--carry', options.carry),
    ...each('--carry-of', options.carryOf),
    ...(previous.length === 0 ? [] : ['--previous', ...previous.map(word)]),
    ...each('--units', units === undefined ? [] : [units]),
    ...each('--rubric', options.rubric),
    ...each('--plugin', options.plugin),
    ...(allowPlugins ? ['--allow-plugins'] : []),
    ...(typeof config === 'string' ? ['--config', word(config)] : []),
    ...(config === false ? ['--no-config'] : []),
  ];
}
