import type { FindingFormat } from '../../export/findings/names.js';
import { UsageError } from '../usage-error.js';

/** A format to write in, and the file to write it to where that is not stdout. */
export interface Output<F extends string> {
  readonly format: F;
  readonly file?: string;
}

/** A format to write findings in. */
export type FindingOutput = Output<FindingFormat>;

/** The outputs asked for; where none is, one on stdout: for GitHub in its jobs, else for people. */
export function outputsFor<F extends string = FindingFormat>(
  asked: readonly Output<F>[],
  env: Readonly<Record<string, string | undefined>>,
): readonly Output<F | 'github' | 'pretty'>[] {
  if (asked.length === 0) return [{ format: env.GITHUB_ACTIONS === 'true' ? 'github' : 'pretty' }];
  const bare = asked.filter(({ file }) => file === undefined).map(({ format }) => format);
  if (bare.length > 1) {
    throw new UsageError(
      `${bare.join(' and ')} cannot share stdout`,
      'Put -o FILE behind all but one --format.',
    );
  }
  const files = asked.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, i) => files.indexOf(file) < i);
  if (twice === undefined) return asked;
  throw new UsageError(`two formats would be written to ${twice}`, 'Give each -o a file of its own.');
}
