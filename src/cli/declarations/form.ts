import { type Command, Option } from 'commander';
import { carry, carryOf, failOn, settings } from '../options/common.js';
import type { Running } from './running.js';

export function declareForm(milepost: Command, { host, run }: Running): void {
  milepost
    .command('form')
    .description('a form to send out, blank or filled in beforehand, or a handout to read')
    .argument('<questionnaire>', 'the questionnaire')
    .requiredOption(
      '-o, --output <file>',
      'the file to write, in the format of its ending; {unit} and {id} in its name stand for a unit and a response',
    )
    .addOption(settings())
    .option('--wave <wave>', 'the wave that the answers belong to')
    .option('--units <file>', 'a unit register, whose units can be chosen from')
    .option('--for <file>', 'a unit register: a form for each unit in it that nothing belongs to')
    .option('--from <responses>', 'fill in what was answered before: a form for each response')
    .addOption(carry())
    .addOption(carryOf())
    .addOption(
      new Option('--only <what>', 'with --from: only what was left blank or not known').choices(['open']),
    )
    .addOption(failOn())
    .action(async (questionnaire: string, options) => {
      const { form } = await import('../commands/form.js');
      run.exitCode = await form(questionnaire, { ...options, ...milepost.opts() }, host);
    });
}
