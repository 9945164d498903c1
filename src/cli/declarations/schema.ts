import { type Command, Option } from 'commander';
import type { Running } from './running.js';

export function declareSchema(milepost: Command, { host, run }: Running): void {
  milepost
    .command('schema')
    .description('the JSON Schema of the responses to a questionnaire, or of a kind of file')
    .argument('[questionnaire]', 'the questionnaire')
    .addOption(
      new Option('--of <kind>', 'the schema of a kind of file').choices([
        'questionnaire',
        'fragment',
        'rubric',
        'response',
        'map',
        'config',
        'theme',
      ]),
    )
    .action(async (questionnaire: string | undefined, options) => {
      const { schema } = await import('../commands/schema.js');
      run.exitCode = await schema(questionnaire, { ...options, ...milepost.opts() }, host);
    });
}
