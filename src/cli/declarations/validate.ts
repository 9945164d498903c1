import type { Command } from 'commander';
import { failOn, returns } from '../options/common.js';
import { withFindings } from '../options/outputs.js';
import { named, type Running } from './running.js';

export function declareValidate(milepost: Command, { host, run }: Running): void {
  returns(withFindings(milepost.command('validate')))
    .description('findings in responses, cell by cell')
    .addOption(failOn())
    .action(async (first: string | undefined, more: string[], options) => {
      const { validate } = await import('../commands/validate.js');
      run.exitCode = await validate(named(first, more), { ...options, ...milepost.opts() }, host);
    });
}
