import type { Command } from 'commander';
import type { Running } from './running.js';

export function declareInit(milepost: Command, { host, run }: Running): void {
  milepost
    .command('init')
    .description('a small questionnaire to start from, with its CI workflow')
    .argument('[dir]', 'the folder to write it to, or else this one')
    .action(async (dir: string | undefined) => {
      const { init } = await import('../commands/init.js');
      run.exitCode = init(dir, host);
    });
}
