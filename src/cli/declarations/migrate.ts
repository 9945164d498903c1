import type { Command } from 'commander';
import { failOn } from '../options/common.js';
import type { Running } from './running.js';

export function declareMigrate(milepost: Command, { host, run }: Running): void {
  milepost
    .command('migrate')
    .description('carry answers over to another version of their questionnaire')
    .argument('<old>', 'the questionnaire that was answered')
    .argument('<new>', 'the version that the answers are carried over to')
    .argument('<responses...>', 'the answers')
    .option('--map <file>', 'what of the old version is what of the new one')
    .option('-o, --output <file>', 'write the answers to a file, one response a line (JSONL)')
    .option('--ledger <file>', 'write to a file what became of every answer (JSON)')
    .addOption(failOn())
    .action(async (old: string, next: string, responses: string[], options) => {
      const { migrate } = await import('../commands/migrate.js');
      run.exitCode = await migrate(old, next, responses, { ...options, ...milepost.opts() }, host);
    });
}
