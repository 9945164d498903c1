import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { columnChoices } from '../export/comparison/column-choice.js';
import { comparisonTableNames } from '../export/comparison/tables/names.js';
import { derivationFormatNames } from '../export/derivations/names.js';
import { findingFormatNames } from '../export/findings/names.js';
import { tableFormatNames } from '../export/format-names.js';
import { recordFormatNames } from '../export/record/record-format.js';
import { duplicatePolicies } from '../intake/after/duplicates.js';
import { flavourTitles } from '../intake/flavours/names.js';
import { dateOrders } from '../intake/local/date-orders.js';
import type { Host } from './host.js';
import type { Output } from './policy/outputs.js';

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
  milepost diff main:questionnaires/digital-maturity.yaml questionnaires/digital-maturity.yaml
  milepost score questionnaires/digital-maturity.yaml answers.csv -o scores.csv
  milepost compare questionnaires/digital-maturity.yaml answers.csv --by organisation

RESPONSES is any mix of CSV, workbook (xlsx, ods, xls), JSON and JSONL files, directories, patterns in quotes, and - for standard input.
Exit codes: 0 done; 1 done, with findings or refused rows; 2 could not do it; 3 a bug.`,
    );

  milepost
    .command('init')
    .description('a small questionnaire to start from, with its CI workflow')
    .argument('[dir]', 'the folder to write it to, or else this one')
    .action(async (dir: string | undefined) => {
      const { init } = await import('./commands/init.js');
      run.exitCode = init(dir, host);
    });

  withFindings(milepost.command('check'))
    .description('findings in definitions, rubrics, maps, configs and examples')
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
      const { check } = await import('./commands/check.js');
      run.exitCode = await check(files, { ...options, ...milepost.opts() }, host);
    });

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
      const { diff } = await import('./commands/diff.js');
      run.exitCode = await diff([old, now], { ...options, ...milepost.opts() }, host);
    });

  returns(milepost.command('import'))
    .description('tidy what came back: responses as JSONL, and an account of every row')
    .addOption(
      new Option('--keep <field>', 'a personal field to keep; more than once for several')
        .argParser(collect)
        .default([], 'none'),
    )
    .addOption(config())
    .addOption(noConfig())
    .option('-o, --output <file>', 'write the responses to a file that ends in .jsonl')
    .option('--ledger <file>', 'write what became of every row, as JSON')
    .option('--rejects <file>', 'write the refused rows as they came, and why, to be mended (CSV or xlsx)')
    .option('--map-init <file>', 'write a map of the columns for a person to finish')
    .addOption(
      new Option(
        '--dry-run [responses]',
        'show how columns and the first responses of each table are understood; write nothing',
      )
        .argParser(positive)
        .preset('3'),
    )
    .addOption(failOn())
    .action(async (first: string | undefined, more: string[], options) => {
      const { importReturns } = await import('./commands/import.js');
      run.exitCode = await importReturns(named(first, more), { ...options, ...milepost.opts() }, host);
    });

  returns(milepost.command('status'))
    .description('what is returned, missing and partly answered, by unit and mode')
    .addOption(tableFormat())
    .option('-o, --output <file>', 'write to a file, in the format of its ending')
    .addOption(config())
    .addOption(noConfig())
    .addOption(failOn())
    .action(async (first: string | undefined, more: string[], options) => {
      const { status } = await import('./commands/status.js');
      run.exitCode = await status(named(first, more), { ...options, ...milepost.opts() }, host);
    });

  milepost
    .command('interview')
    .description('ask at a terminal, one person or a workshop')
    .argument('<questionnaire>', 'the questionnaire')
    .option('--out <dir>', 'the folder for the response, and for its journal while it is given', '.')
    .option('--wave <wave>', 'the wave that the answers belong to')
    .addOption(
      new Option('--set <field=value>', 'fill in a profile field beforehand; more than once for several')
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--workshop', 'several people answer together: votes, then the level that they agree on', false)
    .option('--resume <file>', 'go on with the interview of this journal')
    .option('--previous <responses...>', 'answers of an earlier wave, to be shown beside the questions')
    .option('--units <file>', 'a unit register, whose units can be chosen from')
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
    .action(async (questionnaire: string, options) => {
      const { interview } = await import('./commands/interview.js');
      run.exitCode = await interview(questionnaire, { ...options, ...milepost.opts() }, host);
    });

  milepost
    .command('record')
    .description('what was said in an interview, to be confirmed by those who said it')
    .argument('<response>', 'the response, as interview writes it')
    .requiredOption('--questionnaire <file>', 'the questionnaire that it answers')
    .addOption(new Option('--format <format>', 'how to write it').choices([...recordFormatNames]))
    .option('-o, --output <file>', 'write to a file, in the format of its ending')
    .addOption(failOn())
    .action(async (response: string, options) => {
      const { record } = await import('./commands/record.js');
      run.exitCode = await record(response, { ...options, ...milepost.opts() }, host);
    });

  returns(withFindings(milepost.command('validate')))
    .description('findings in responses, cell by cell')
    .addOption(failOn())
    .action(async (first: string | undefined, more: string[], options) => {
      const { validate } = await import('./commands/validate.js');
      run.exitCode = await validate(named(first, more), { ...options, ...milepost.opts() }, host);
    });

  scoring(milepost.command('score'))
    .description('a scorecard for each response')
    .action(async (first: string | undefined, more: string[], options) => {
      const { score } = await import('./commands/score.js');
      run.exitCode = await score(named(first, more), { ...options, ...milepost.opts() }, host);
    });

  provenance(tables(smallGroups(standing(shape(scoring(milepost.command('compare')))))))
    .description('units side by side')
    .action(async (first: string | undefined, more: string[], options) => {
      const { compare } = await import('./commands/compare.js');
      run.exitCode = await compare(named(first, more), { ...options, ...milepost.opts() }, host, version);
    });

  returns(milepost.command('explain'))
    .description('the arithmetic behind one figure')
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
    .addOption(config())
    .addOption(noConfig())
    .addOption(failOn())
    .action(async (first: string | undefined, more: string[], options) => {
      const { explain } = await import('./commands/explain.js');
      run.exitCode = await explain(named(first, more), { ...options, ...milepost.opts() }, host);
    });

  milepost
    .command('form')
    .description('a form to send out, blank or filled in beforehand, or a handout to read')
    .argument('<questionnaire>', 'the questionnaire')
    .requiredOption(
      '-o, --output <file>',
      'the file to write, in the format of its ending; {unit} and {id} in its name stand for a unit and a response',
    )
    .addOption(
      new Option('--set <field=value>', 'fill in a profile field beforehand; more than once for several')
        .argParser(collect)
        .default([], 'none'),
    )
    .option('--wave <wave>', 'the wave that the answers belong to')
    .option('--units <file>', 'a unit register, whose units can be chosen from')
    .option('--for <file>', 'a unit register: a form for each unit in it that nothing belongs to')
    .option('--from <responses>', 'fill in what was answered before: a form for each response')
    .addOption(
      new Option('--only <what>', 'with --from: only what was left blank or not known').choices(['open']),
    )
    .addOption(failOn())
    .action(async (questionnaire: string, options) => {
      const { form } = await import('./commands/form.js');
      run.exitCode = await form(questionnaire, { ...options, ...milepost.opts() }, host);
    });

  milepost
    .command('migrate')
    .description('carry answers over to another version of their questionnaire')
    .argument('<old>', 'the questionnaire that was answered')
    .argument('<new>', 'the version that the answers are carried over to')
    .argument('<responses...>', 'the answers')
    .option('--map <file>', 'what of the old version is what of the new one')
    .option('-o, --output <file>', 'write the answers to a file, one response a line (JSONL)')
    .option('--ledger <file>', 'write to a file what became of every answer (JSON)')
    .addOption(failOn())
    .action(async (old: string, next: string, responses: string[], options) => {
      const { migrate } = await import('./commands/migrate.js');
      run.exitCode = await migrate(old, next, responses, { ...options, ...milepost.opts() }, host);
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

  milepost
    .command('completion')
    .description('a script that completes command lines in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh']))
    .action(async (shell: string) => {
      const { completion } = await import('./commands/completion.js');
      run.exitCode = completion(shell, milepost, host);
    });

  return milepost;
}

/** What is listed with commas. */
function commas(value: string): readonly string[] {
  return value.split(',').map((each) => each.trim());
}

/** What `score` and `compare` have in common. */
function scoring(command: Command): Command {
  return returns(command)
    .addOption(tableFormat())
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
    .addOption(config())
    .addOption(noConfig())
    .addOption(failOn());
}

/** Which rows a comparison has, and how it lies. */
function shape(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--by <levels>',
        'what rows stand for, with commas, one within the other: unit fields, choices of the profile, columns of the unit register, or response',
      )
        .argParser(commas)
        .default([], 'the outermost unit field'),
    )
    .option('--filter <expression>', 'count only responses of whose profile this is true')
    .option('--sort <figure>', 'sort rows by a figure, by responses or by name; :asc or :desc behind it')
    .option('--total', 'a last row that takes in every unit', false)
    .option('--transpose', 'a column a unit instead of a row', false);
}

/** What a comparison says beside each figure. */
function standing(command: Command): Command {
  return command
    .option(
      '--rank',
      'rank units, with the places that low and high allow; nobody is ranked unless asked',
      false,
    )
    .option('--strict-ranks', 'with --rank: units that are not distinguishable share a place', false)
    .option(
      '--peers <attribute>',
      'set each unit beside its peers: those of the same attribute, or with `peers` those that the register lists',
    );
}

/** How a comparison keeps people in small groups from being recognised. */
function smallGroups(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--min-group <people>',
        "withhold figures about fewer than this; can only raise the questionnaire's own",
      ).argParser(natural),
    )
    .addOption(
      new Option('--publish', 'a table for release: small groups withheld, no ranks, every gap explained')
        .default(false)
        .conflicts('rank'),
    )
    .addOption(
      new Option('--published <file>', 'a table given out before, as JSON; more than once for several')
        .argParser(collect)
        .default([], 'none'),
    );
}

/** Which tables a comparison makes, and of which waves. */
function tables(command: Command): Command {
  return command
    .addOption(
      new Option('--tables <tables>', `which tables, with commas: ${comparisonTableNames.join(', ')}`)
        .argParser(commas)
        .default([], 'scores, or what --waves and --roles ask for'),
    )
    .addOption(
      new Option(
        '--waves <waves>',
        'which waves, with commas, the earliest first; how scores came from one to the next',
      )
        .argParser(commas)
        .default([], 'all'),
    )
    .option('--roles <field>', 'the profile field that says who speaks, to set roles side by side')
    .option(
      '--kind <field>',
      'the attribute or profile field that says what kind of unit one is, instead of type',
    );
}

/** What a comparison tells of how it was made. */
function provenance(command: Command): Command {
  return command
    .option('--stamp', 'say when it was made; without it the same inputs give the same bytes', false)
    .option('--datapackage', 'with -o FILE.csv or .tsv: describe it in a datapackage.json beside it', false);
}

/** What commands that read returned files have in common. */
function returns(command: Command): Command {
  return command
    .argument('[questionnaire]', "the questionnaire, or else the config's")
    .argument('[responses...]', "the returned files, or else the config's sources")
    .addOption(
      new Option('--flavour <name>', 'whose files they are, where it is not to be recognised').choices(
        Object.keys(flavourTitles),
      ),
    )
    .option('--map <file>', 'a map of their columns and values')
    .addOption(
      new Option(
        '--dates <order>',
        'whether 03/04 is day or month first, where the file does not show it',
      ).choices([...dateOrders]),
    )
    .addOption(
      new Option('--duplicates <policy>', 'what becomes of responses with one key')
        .choices([...duplicatePolicies])
        .default('refuse'),
    )
    .option('--units <file>', "the unit register, or else the config's")
    .option('--adjust <file>', 'a table of answers to correct or moderate, with reasons (CSV)');
}

/** The arguments as they stand: which of them is the questionnaire is for the command to make out. */
function named(first: string | undefined, more: readonly string[]): readonly string[] {
  return first === undefined ? more : [first, ...more];
}

/** What commands that look for findings have in common. */
function withFindings(command: Command): Command {
  return withOutputs(command, { what: 'the findings', names: findingFormatNames, byEnding: () => undefined });
}

/** What a command can write, each with an `-o` of its own. */
interface Outputs<F extends string> {
  readonly what: string;
  readonly names: readonly F[];
  /** The format of a file whose ending no other format has, so that it needs no `--format`. */
  readonly byEnding: (file: string) => F | undefined;
  /** What is said of such a file. */
  readonly alone?: string;
}

/** Several formats at once; and the config. */
function withOutputs<F extends string>(
  command: Command,
  { what, names, byEnding, alone = '' }: Outputs<F>,
): Command {
  const outputs: Output<F>[] = [];
  const format = new Option('--format <format>', `how to write ${what}; several, with -o behind them`)
    .choices([...names])
    .argParser((value: string) => {
      const format = names.find((name) => name === value);
      if (format === undefined) {
        throw new InvalidArgumentError(`Allowed choices are ${names.join(', ')}.`);
      }
      outputs.push({ format });
      return outputs;
    })
    .default(outputs, 'pretty, or github in a job of GitHub Actions');
  const output = new Option(
    '-o, --output <file>',
    `write the --format before it to a file${alone}`,
  ).argParser((file: string) => {
    const own = byEnding(file);
    const last = outputs.at(-1);
    if (own !== undefined && (last?.format !== own || last.file !== undefined)) {
      outputs.push({ format: own, file });
    } else if (last === undefined || last.file !== undefined) {
      throw new InvalidArgumentError('It belongs behind a --format of its own.');
    } else outputs.splice(-1, 1, { ...last, file });
    return file;
  });
  return command.addOption(format).addOption(output).addOption(config()).addOption(noConfig());
}

function config(): Option {
  return new Option(
    '--config <file>',
    'the config to go by, instead of the next milepost.config.yaml upwards; REF:FILE for one at a commit',
  );
}

function noConfig(): Option {
  return new Option('--no-config', 'go by no config');
}

function tableFormat(): Option {
  return new Option('--format <format>', 'how to write the table').choices([...tableFormatNames]);
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

function plugin(exports = 'scoring methods'): Option {
  return new Option('--plugin <module>', `a module with ${exports}; runs its code`)
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
  // A blank would be 0 as a number, and 0 is no limit to a threshold.
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return Number(value);
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return number;
}
