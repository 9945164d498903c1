import { type Command, Option } from 'commander';
import {
  allowPlugins,
  carry,
  carryOf,
  config,
  noConfig,
  plugin,
  rubric,
  settings,
} from '../options/common.js';
import { collect } from '../options/values.js';
import type { Running } from './running.js';

export function declareInterview(milepost: Command, { host, run }: Running): void {
  milepost
    .command('interview')
    .description('ask at a terminal, one person or a workshop')
    .argument('[questionnaire]', "the questionnaire, or else the config's")
    .option('--out <dir>', 'the folder for the response and its journal, instead of the current one')
    .option('--wave <wave>', 'the wave that the answers belong to')
    .addOption(settings())
    .option('--workshop', 'several people answer together: votes, then the level that they agree on', false)
    .option('--official', 'the answers are given for a body as such, and by no person for themselves', false)
    .option('--resume <file>', 'go on with the interview of this journal')
    .option('--previous <responses...>', 'answers of an earlier wave, to be shown beside the questions')
    .addOption(carry())
    .addOption(carryOf())
    .option('--units <file>', "the unit register, whose units can be chosen from, or else the config's")
    .addOption(
      new Option('--keep <field>', 'a personal field to ask for; more than once for several')
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--no-scores', 'show no scores while answers are given')
    .option('--plain', 'plain lines and typed answers, for screen readers, scripts and odd terminals', false)
    .option('--discard-journal', 'delete the journal once the response is written', false)
    .addOption(rubric())
    .addOption(plugin())
    .addOption(allowPlugins())
    .addOption(config())
    .addOption(noConfig())
    .action(async (questionnaire: string | undefined, options) => {
      const { interview } = await import('../commands/interview.js');
      run.exitCode = await interview(questionnaire, { ...options, ...milepost.opts() }, host);
    });
}
