import { Argument, Command, Option } from 'commander';
import { derivationFormatNames } from '../export/derivations/names.js';
import { findingFormatNames } from '../export/findings/names.js';
import { recordFormatNames } from '../export/record/record-format.js';
import { reportFormatNames } from '../export/report/format-names.js';
import type { Host } from './host.js';
import {
  allowPlugins,
  carry,
  carryOf,
  config,
  failOn,
  layout,
  noConfig,
  plugin,
  returns,
  rubric,
  scoring,
  settings,
  tableFormat,
} from './options/common.js';
import {
  provenance,
  rows,
  shape,
  smallGroups,
  stamp,
  standing,
  tables,
  waves,
} from './options/comparison.js';
import { withFindings, withOutputs } from './options/outputs.js';
import { collect, natural, positive } from './options/values.js';

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
    .addOption(carry())
    .addOption(carryOf())
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
      const { interview } = await import('./commands/interview.js');
      run.exitCode = await interview(questionnaire, { ...options, ...milepost.opts() }, host);
    });

  milepost
    .command('record')
    .description('what was said in an interview, to be confirmed by those who said it')
    .argument('<response>', 'the response, as interview writes it')
    .option('--questionnaire <file>', "the questionnaire that it answers, or else the config's")
    .addOption(new Option('--format <format>', 'how to write it').choices([...recordFormatNames]))
    .option('-o, --output <file>', 'write to a file, in the format of its ending')
    .addOption(config())
    .addOption(noConfig())
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

  scoring(milepost.command('score'), layout().default('wide'))
    .description('a scorecard for each response')
    .action(async (first: string | undefined, more: string[], options) => {
      const { score } = await import('./commands/score.js');
      run.exitCode = await score(named(first, more), { ...options, ...milepost.opts() }, host);
    });

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
      const { compare } = await import('./commands/compare.js');
      run.exitCode = await compare(named(first, more), { ...options, ...milepost.opts() }, host, version);
    });

  waves(smallGroups(standing(rows(returns(milepost.command('report'))))))
    .description('the whole picture on one page, to show and to send')
    .addOption(
      new Option('--unit <field=name>', "a unit's own page, by unit field; more than once for an inner unit")
        .argParser(collect)
        .default([], 'none'),
    )
    .option(
      '--each <field>',
      'a page for each unit of a unit field; {unit} in the name of the file is its name',
    )
    .option('--name-peers', "with --unit or --each: name other units on a unit's page", false)
    .option('--with-notes', 'with --unit or --each: tell what was written beside answers', false)
    .addOption(new Option('--format <format>', 'how to write it').choices([...reportFormatNames]))
    .option('-o, --output <file>', 'write to a file, in the format of its ending')
    .option('--open', 'open the file when it is written', false)
    .addOption(stamp())
    .addOption(rubric())
    .addOption(plugin())
    .addOption(allowPlugins())
    .addOption(config())
    .addOption(noConfig())
    .addOption(failOn())
    .action(async (first: string | undefined, more: string[], options) => {
      const { report } = await import('./commands/report.js');
      run.exitCode = await report(named(first, more), { ...options, ...milepost.opts() }, host, version);
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
    .option(
      '--node <id>',
      'which figure: a dimension, theme, index or question; else overall, where there is one',
    )
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
        'theme',
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

/** The arguments as they stand: which of them is the questionnaire is for the command to make out. */
function named(first: string | undefined, more: readonly string[]): readonly string[] {
  return first === undefined ? more : [first, ...more];
}
