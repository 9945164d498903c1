import { type Command, Option } from 'commander';
import { carry, carryOf, config, failOn, noConfig, returns } from '../options/common.js';
import { collect, positive } from '../options/values.js';
import { named, type Running } from './running.js';

export function declareImport(milepost: Command, { host, run }: Running): void {
  returns(milepost.command('import'))
    .description('tidy what came back: responses as JSONL, and an account of every row')
    .addOption(
      new Option('--keep <field>', 'a personal field to keep; more than once for several')
        .argParser(collect)
        .default([], 'none'),
    )
    .addOption(carry())
    .addOption(carryOf())
    .addOption(config())
    .addOption(noConfig())
    .option('-o, --output <file>', 'write the responses to a file that ends in .jsonl')
    .option('--ledger <file>', 'write what became of every row, as JSON')
    .option('--rejects <file>', 'write the refused rows as they came, and why, to be mended (CSV or xlsx)')
    .option('--map-init <file>', 'write a map of the columns for a person to finish')
    .addOption(
      new Option(
        '--dry-run [responses]',
        'show how columns and the first responses of each table are understood; write nothing',
      )
        .argParser(positive)
        .preset('3'),
    )
    .addOption(failOn())
    .action(async (first: string | undefined, more: string[], options) => {
      const { importReturns } = await import('../commands/import.js');
      run.exitCode = await importReturns(named(first, more), { ...options, ...milepost.opts() }, host);
    });
}
