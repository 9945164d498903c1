import { type Command, InvalidArgumentError } from 'commander';
import { findingFormatNames } from '../../export/findings/names.js';
import type { Output } from '../policy/outputs.js';
import { config, noConfig } from './common.js';
import { RepeatableOption } from './values.js';

/** What commands that look for findings have in common. */
export function withFindings(command: Command): Command {
  return withOutputs(command, { what: 'the findings', names: findingFormatNames, byEnding: () => undefined });
}

/** What a command can write, each with an `-o` of its own. */
interface Outputs<F extends string> {
  readonly what: string;
  readonly names: readonly F[];
  /** The format of a file whose ending no other format has, so that it needs no `--format`. */
  readonly byEnding: (file: string) => F | undefined;
  /** What is said of such a file. */
  readonly alone?: string;
}

/** Several formats at once; and the config. */
export function withOutputs<F extends string>(
  command: Command,
  { what, names, byEnding, alone = '' }: Outputs<F>,
): Command {
  const outputs: Output<F>[] = [];
  const format = new RepeatableOption(
    '--format <format>',
    `how to write ${what}; several, with -o behind them`,
  )
    .choices([...names])
    .argParser((value: string) => {
      const format = names.find((name) => name === value);
      if (format === undefined) {
        throw new InvalidArgumentError(`Allowed choices are ${names.join(', ')}.`);
      }
      outputs.push({ format });
      return outputs;
    })
    .default(outputs, 'pretty, or github in a job of GitHub Actions');
  const output = new RepeatableOption(
    '-o, --output <file>',
    `write the --format before it to a file${alone}`,
  ).argParser((file: string) => {
    const own = byEnding(file);
    const last = outputs.at(-1);
    if (own !== undefined && (last?.format !== own || last.file !== undefined)) {
      outputs.push({ format: own, file });
    } else if (last === undefined || last.file !== undefined) {
      throw new InvalidArgumentError('It belongs behind a --format of its own.');
    } else outputs.splice(-1, 1, { ...last, file });
    return file;
  });
  return command.addOption(format).addOption(output).addOption(config()).addOption(noConfig());
}
