import { type Command, Option } from 'commander';
import { derivationFormatNames } from '../../export/derivations/names.js';
import { returns, scoredBy } from '../options/common.js';
import { collect, natural } from '../options/values.js';
import { named, type Running } from './running.js';

export function declareExplain(milepost: Command, { host, run }: Running): void {
  scoredBy(
    returns(milepost.command('explain'))
      .description('the arithmetic behind one figure')
      .addOption(
        new Option('--unit <field=name>', 'whose figure, by unit field; more than once for an inner unit')
          .argParser(collect)
          .default([], 'none'),
      )
      .option('--response <id>', 'whose figure, for one response')
      .option('--wave <wave>', 'of which wave; by default of each')
      .option(
        '--node <id>',
        'which figure: a dimension, theme, index or question; else overall, where there is one',
      )
      .addOption(
        new Option('--depth <levels>', 'how many levels below a unit to lay open')
          .argParser(natural)
          .default(0),
      )
      .addOption(new Option('--format <format>', 'how to write it').choices([...derivationFormatNames]))
      .option('-o, --output <file>', 'write to a file, in the format of its ending'),
  ).action(async (first: string | undefined, more: string[], options) => {
    const { explain } = await import('../commands/explain.js');
    run.exitCode = await explain(named(first, more), { ...options, ...milepost.opts() }, host);
  });
}
