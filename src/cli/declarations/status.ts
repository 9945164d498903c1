import type { Command } from 'commander';
import { config, failOn, noConfig, returns, tableFormat } from '../options/common.js';
import { named, type Running } from './running.js';

export function declareStatus(milepost: Command, { host, run }: Running): void {
  returns(milepost.command('status'))
    .description('what is returned, missing and partly answered, by unit and mode')
    .addOption(tableFormat())
    .option('-o, --output <file>', 'write to a file, in the format of its ending')
    .addOption(config())
    .addOption(noConfig())
    .addOption(failOn())
    .action(async (first: string | undefined, more: string[], options) => {
      const { status } = await import('../commands/status.js');
      run.exitCode = await status(named(first, more), { ...options, ...milepost.opts() }, host);
    });
}
