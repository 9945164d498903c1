import type { Command } from 'commander';
import { layout, scoring } from '../options/common.js';
import { named, type Running } from './running.js';

export function declareScore(milepost: Command, { host, run }: Running): void {
  scoring(milepost.command('score'), layout().default('wide'))
    .description('a scorecard for each response')
    .action(async (first: string | undefined, more: string[], options) => {
      const { score } = await import('../commands/score.js');
      run.exitCode = await score(named(first, more), { ...options, ...milepost.opts() }, host);
    });
}
