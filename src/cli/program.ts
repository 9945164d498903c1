import { Command, InvalidArgumentError, Option } from 'commander';
import { columnChoices } from '../export/comparison/column-choice.js';
import { derivationFormatNames } from '../export/derivations/names.js';
import { findingFormatNames } from '../export/findings/names.js';
import { tableFormatNames } from '../export/format-names.js';
import type { Host } from './host.js';
import type { FindingOutput } from './policy/outputs.js';

/** What running the program came to; set by the command that ran. */
export interface Run {
  exitCode: number;
}

/** Every command of the program. Each loads its code when it runs. */
export function program(host: Host, version: string, run: Run): Command {
  const milepost = new Command('milepost')
    .description('How far down the track is an organisation: questionnaires, answers, scores, comparisons.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .option('--no-color', 'no colours, as with NO_COLOR')
    .showSuggestionAfterError(true)
    .showHelpAfterError('(milepost --help, or milepost COMMAND --help, says more)')
    .addHelpText(
      'after',
      `
Examples:
  milepost check questionnaires/digital-maturity.yaml
  milepost score questionnaires/digital-maturity.yaml answers.csv -o scores.csv
  milepost compare questionnaires/digital-maturity.yaml answers.csv --by organisation

RESPONSES is any mix of CSV, workbook (xlsx, ods, xls), JSON and JSONL files, directories, and - for standard input.
Exit codes: 0 done; 1 done, with findings or refused rows; 2 could not do it; 3 a bug.`,
    );

  withFindings(milepost.command('check'))
    .description('findings in definitions, rubrics, maps, configs and examples')
    .argument('<file...>', 'definition files, or directories of them')
    .addOption(failOn())
    .option('--baseline <file>', "known findings, which are not told again; or the config's baseline")
    .option('--update-baseline', 'make what is found now the known findings of these files', false)
    .option('--stats', 'also tell words, minutes, reading ease and weights; for pretty and json', false)
    .addOption(
      new Option(
        '--responses <file...>',
        'also tell how questions behave by these answers, up to the next option or --; for pretty and json',
      ).default([], 'none'),
    )
    .addOption(plugin())
    .addOption(allowPlugins())
    .action(async (files: string[], options) => {
      const { check } = await import('./commands/check.js');
      run.exitCode = await check(files, { ...options, ...milepost.opts() }, host);
    });

  withFindings(milepost.command('validate'))
    .description('findings in responses, cell by cell')
    .argument('<questionnaire>', 'the questionnaire')
    .argument('<responses...>', 'the answers')
    .addOption(failOn())
    .action(async (questionnaire: string, responses: string[], options) => {
      const { validate } = await import('./commands/validate.js');
      run.exitCode = await validate(questionnaire, responses, { ...options, ...milepost.opts() }, host);
    });

  scoring(milepost.command('score'))
    .description('a scorecard for each response')
    .action(async (questionnaire: string, responses: string[], options) => {
      const { score } = await import('./commands/score.js');
      run.exitCode = await score(questionnaire, responses, { ...options, ...milepost.opts() }, host);
    });

  scoring(milepost.command('compare'))
    .description('units side by side')
    .addOption(
      new Option('--by <levels>', 'levels to show, with commas: unit fields, or response')
        .argParser((value: string) => value.split(',').map((level) => level.trim()))
        .default([], 'the outermost unit field'),
    )
    .option('--rank', 'rank units; nobody is ranked unless asked', false)
    .action(async (questionnaire: string, responses: string[], options) => {
      const { compare } = await import('./commands/compare.js');
      run.exitCode = await compare(questionnaire, responses, { ...options, ...milepost.opts() }, host);
    });

  milepost
    .command('explain')
    .description('the arithmetic behind one figure')
    .argument('<questionnaire>', 'the questionnaire')
    .argument('<responses...>', 'the answers')
    .addOption(
      new Option('--unit <field=name>', 'whose figure, by unit field; more than once for an inner unit')
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--response <id>', 'whose figure, for one response')
    .option('--wave <wave>', 'of which wave; by default of each')
    .option('--node <id>', 'which figure: a dimension, theme, index, question, or overall', 'overall')
    .addOption(
      new Option('--depth <levels>', 'how many levels below a unit to lay open')
        .argParser(natural)
        .default(0),
    )
    .addOption(new Option('--format <format>', 'how to write it').choices([...derivationFormatNames]))
    .option('-o, --output <file>', 'write to a file, in the format of its ending')
    .addOption(rubric())
    .addOption(plugin())
    .addOption(allowPlugins())
    .addOption(failOn())
    .action(async (questionnaire: string, responses: string[], options) => {
      const { explain } = await import('./commands/explain.js');
      run.exitCode = await explain(questionnaire, responses, { ...options, ...milepost.opts() }, host);
    });

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
      ]),
    )
    .action(async (questionnaire: string | undefined, options) => {
      const { schema } = await import('./commands/schema.js');
      run.exitCode = await schema(questionnaire, { ...options, ...milepost.opts() }, host);
    });

  return milepost;
}

/** What `score` and `compare` have in common. */
function scoring(command: Command): Command {
  return command
    .argument('<questionnaire>', 'the questionnaire')
    .argument('<responses...>', 'the answers')
    .addOption(new Option('--format <format>', 'how to write the table').choices([...tableFormatNames]))
    .option('-o, --output <file>', 'write to a file, in the format of its ending')
    .addOption(
      new Option('--layout <layout>', 'one row a unit, or one a unit and figure')
        .choices(['wide', 'long'])
        .default('wide'),
    )
    .addOption(
      new Option('--columns <columns>', 'which figures').choices([...columnChoices]).default('dimensions'),
    )
    .addOption(new Option('--depth <levels>', 'how deep dimensions go').argParser(positive).default(1))
    .addOption(rubric())
    .addOption(plugin())
    .addOption(allowPlugins())
    .addOption(failOn());
}

/** What commands that look for findings have in common. */
function withFindings(command: Command): Command {
  const outputs: FindingOutput[] = [];
  const format = new Option('--format <format>', 'how to write the findings; several, with -o behind them')
    .choices([...findingFormatNames])
    .argParser((value: string) => {
      const format = findingFormatNames.find((name) => name === value);
      if (format === undefined) {
        throw new InvalidArgumentError(`Allowed choices are ${findingFormatNames.join(', ')}.`);
      }
      outputs.push({ format });
      return outputs;
    })
    .default(outputs, 'pretty, or github in a job of GitHub Actions');
  const output = new Option('-o, --output <file>', 'write the --format before it to a file').argParser(
    (file: string) => {
      const last = outputs.pop();
      if (last === undefined || last.file !== undefined) {
        throw new InvalidArgumentError('It belongs behind a --format of its own.');
      }
      outputs.push({ ...last, file });
      return file;
    },
  );
  return command
    .addOption(format)
    .addOption(output)
    .option('--config <file>', 'the config to go by, instead of the next milepost.config.yaml upwards')
    .option('--no-config', 'go by no config');
}

function failOn(): Option {
  return new Option('--fail-on <severity>', 'from which severity on to exit with 1')
    .choices(['error', 'warning', 'info', 'never'])
    .default('error');
}

function rubric(): Option {
  return new Option(
    '--rubric <file>',
    'a rubric to score by instead; more than once to set them side by side',
  )
    .argParser(collect)
    .default([], "the questionnaire's own");
}

function plugin(): Option {
  return new Option('--plugin <module>', 'a module with scoring methods; runs its code')
    .argParser(collect)
    .default([], 'none');
}

function allowPlugins(): Option {
  return new Option('--allow-plugins', 'run modules that definition files name').default(false);
}

function collect(value: string, before: unknown): string[] {
  return [...(Array.isArray(before) ? before.map(String) : []), value];
}

function natural(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0)
    throw new InvalidArgumentError('It must be a whole number from 0.');
  return number;
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return number;
}
