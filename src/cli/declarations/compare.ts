import type { Command } from 'commander';
import { layout, scoring } from '../options/common.js';
import { provenance, shape, smallGroups, standing, tables } from '../options/comparison.js';
import { named, type Running } from './running.js';

export function declareCompare(milepost: Command, { host, version, run }: Running): void {
  provenance(
    tables(
      smallGroups(
        standing(
          shape(
            scoring(
              milepost.command('compare'),
              layout().default(undefined, 'wide for scores, long for other tables'),
            ),
          ),
        ),
      ),
    ),
  )
    .description('units side by side')
    .action(async (first: string | undefined, more: string[], options) => {
      const { compare } = await import('../commands/compare.js');
      run.exitCode = await compare(named(first, more), { ...options, ...milepost.opts() }, host, version);
    });
}
