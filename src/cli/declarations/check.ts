import { type Command, Option } from 'commander';
import { allowPlugins, failOn, plugin } from '../options/common.js';
import { withFindings } from '../options/outputs.js';
import type { Running } from './running.js';

export function declareCheck(milepost: Command, { host, run }: Running): void {
  withFindings(milepost.command('check'))
    .description('findings in definitions, rubrics, maps, configs, themes and examples')
    .argument('<file...>', 'definition files, directories of them, patterns, or - for standard input')
    .option(
      '--changed-since <ref>',
      'only what differs from the merge base with a branch, and what rests on it',
    )
    .option('--stdin-filename <name>', 'the name under which standard input is checked')
    .addOption(failOn())
    .option(
      '--baseline <file>',
      "known findings, which are not told again; or the config's baseline; REF:FILE for one at a commit",
    )
    .option('--update-baseline', 'make what is found now the known findings of these files', false)
    .option('--stats', 'also tell words, minutes, reading ease and weights; for pretty and json', false)
    .addOption(
      new Option(
        '--responses <file...>',
        'also tell how questions behave by these answers, up to the next option or --; for pretty and json',
      ).default([], 'none'),
    )
    .addOption(
      new Option('--fix', 'mend what can be mended without loss, in the files named here')
        .default(false)
        .conflicts('updateBaseline'),
    )
    .addOption(
      new Option('--fix-dry-run', 'print what --fix would do, as a diff')
        .default(false)
        .conflicts(['fix', 'updateBaseline']),
    )
    .addOption(plugin('scoring methods or rules'))
    .addOption(allowPlugins())
    .action(async (files: string[], options) => {
      const { check } = await import('../commands/check.js');
      run.exitCode = await check(files, { ...options, ...milepost.opts() }, host);
    });
}
