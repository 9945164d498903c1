import type { Command } from 'commander';
import { findingFormatNames } from '../../export/findings/names.js';
import { allowPlugins, failOn, plugin } from '../options/common.js';
import { withOutputs } from '../options/outputs.js';
import type { Running } from './running.js';

export function declareDiff(milepost: Command, { host, run }: Running): void {
  withOutputs(milepost.command('diff'), {
    what: 'the changes',
    names: [...findingFormatNames, 'map'],
    byEnding: (file) => (/\.ya?ml$/i.test(file) ? 'map' : undefined),
    alone: '; one that ends in .yaml is a draft of the map',
  })
    .description('what changed between two versions, and what of it breaks returned answers or scores')
    .argument('[old]', 'the earlier version: a file, or REF:PATH from git; with --against, what to compare')
    .argument('[new]', 'the later version')
    .option('--against <ref>', 'compare every definition with where its branch left REF')
    .option(
      '--responses <files...>',
      'returned answers: how many each change touches, and how scores would move',
    )
    .addOption(failOn())
    .addOption(plugin())
    .addOption(allowPlugins())
    .action(async (old: string | undefined, now: string | undefined, options) => {
      const { diff } = await import('../commands/diff.js');
      run.exitCode = await diff([old, now], { ...options, ...milepost.opts() }, host);
    });
}
