import { type Command, Option } from 'commander';
import { reportFormatNames } from '../../export/report/format-names.js';
import { returns, scoredBy } from '../options/common.js';
import { rows, smallGroups, stamp, standing, waves } from '../options/comparison.js';
import { collect } from '../options/values.js';
import { named, type Running } from './running.js';

export function declareReport(milepost: Command, { host, version, run }: Running): void {
  scoredBy(
    waves(smallGroups(standing(rows(returns(milepost.command('report'))))))
      .description('the whole picture on one page, to show and to send')
      .addOption(
        new Option(
          '--unit <field=name>',
          "a unit's own page, by unit field; more than once for an inner unit",
        )
          .argParser(collect)
          .default([], 'none'),
      )
      .option(
        '--each <field>',
        'a page for each unit of a unit field; {unit} in the name of the file is its name',
      )
      .option('--name-peers', "with --unit or --each: name other units on a unit's page", false)
      .option('--with-notes', 'with --unit or --each: tell what was written beside answers', false)
      .addOption(new Option('--format <format>', 'how to write it').choices([...reportFormatNames]))
      .option('-o, --output <file>', 'write to a file, in the format of its ending')
      .option('--open', 'open the file when it is written', false)
      .addOption(stamp()),
  ).action(async (first: string | undefined, more: string[], options) => {
    const { report } = await import('../commands/report.js');
    run.exitCode = await report(named(first, more), { ...options, ...milepost.opts() }, host, version);
  });
}
