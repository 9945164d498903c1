import { type Command, Option } from 'commander';
import { recordFormatNames } from '../../export/record/record-format.js';
import { config, failOn, noConfig } from '../options/common.js';
import type { Running } from './running.js';

export function declareRecord(milepost: Command, { host, run }: Running): void {
  milepost
    .command('record')
    .description('what was said in an interview, to be confirmed by those who said it')
    .argument('<response>', 'the response, as interview writes it')
    .option('--questionnaire <file>', "the questionnaire that it answers, or else the config's")
    .addOption(new Option('--format <format>', 'how to write it').choices([...recordFormatNames]))
    .option('-o, --output <file>', 'write to a file, in the format of its ending')
    .addOption(config())
    .addOption(noConfig())
    .addOption(failOn())
    .action(async (response: string, options) => {
      const { record } = await import('../commands/record.js');
      run.exitCode = await record(response, { ...options, ...milepost.opts() }, host);
    });
}
