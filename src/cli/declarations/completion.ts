import { Argument, type Command } from 'commander';
import type { Running } from './running.js';

export function declareCompletion(milepost: Command, { host, run }: Running): void {
  milepost
    .command('completion')
    .description('a script that completes command lines in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh']))
    .action(async (shell: string) => {
      const { completion } = await import('../commands/completion.js');
      run.exitCode = completion(shell, milepost, host);
    });
}
