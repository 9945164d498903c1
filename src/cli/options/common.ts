import { type Command, Option } from 'commander';
import { columnChoices } from '../../export/comparison/column-choice.js';
import { tableFormatNames } from '../../export/tables/format-names.js';
import { duplicatePolicies } from '../../intake/after/duplicates.js';
import { flavourTitles } from '../../intake/flavours/names.js';
import { dateOrders } from '../../intake/local/date-orders.js';
import { collect, positive } from './values.js';

/** How tables lie, where nobody says how a row comes about. */
export function layout(): Option {
  return new Option('--layout <layout>', 'one row a unit, or one a unit and figure').choices([
    'wide',
    'long',
  ]);
}

/** What `score` and `compare` have in common; they lie as `layout` says. */
export function scoring(command: Command, layout: Option): Command {
  return scoredBy(
    returns(command)
      .addOption(tableFormat())
      .option('-o, --output <file>', 'write to a file, in the format of its ending')
      .addOption(layout)
      .addOption(
        new Option('--columns <columns>', 'which figures').choices([...columnChoices]).default('dimensions'),
      )
      .addOption(new Option('--depth <levels>', 'how deep dimensions go').argParser(positive).default(1)),
  );
}

/** By what is scored, and from which findings on that is no success. */
export function scoredBy(command: Command): Command {
  return command
    .addOption(rubric())
    .addOption(plugin())
    .addOption(allowPlugins())
    .addOption(config())
    .addOption(noConfig())
    .addOption(failOn());
}

/** What commands that read returned files have in common. */
export function returns(command: Command): Command {
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

export function config(): Option {
  return new Option(
    '--config <file>',
    'the config to go by, instead of the next milepost.config.yaml upwards; REF:FILE for one at a commit',
  );
}

export function noConfig(): Option {
  return new Option('--no-config', 'go by no config');
}

export function tableFormat(): Option {
  return new Option('--format <format>', 'how to write the table').choices([...tableFormatNames]);
}

export function failOn(): Option {
  return new Option('--fail-on <severity>', 'from which severity on to exit with 1')
    .choices(['error', 'warning', 'info', 'never'])
    .default('error');
}

export function rubric(): Option {
  return new Option(
    '--rubric <file>',
    'a rubric to score by instead; more than once to set them side by side',
  )
    .argParser(collect)
    .default([], "the questionnaire's own");
}

export function plugin(exports = 'scoring methods'): Option {
  return new Option('--plugin <module>', `a module with ${exports}; runs its code`)
    .argParser(collect)
    .default([], 'none');
}

export function allowPlugins(): Option {
  return new Option('--allow-plugins', 'run modules that definition files name').default(false);
}

export function settings(): Option {
  return new Option('--set <field=value>', 'fill in a profile field beforehand; more than once for several')
    .argParser(collect)
    .default([], 'none');
}

export function carry(): Option {
  return new Option(
    '--carry <responses>',
    'answers given elsewhere to the same questions, to be brought over; more than once for several',
  )
    .argParser(collect)
    .default([], 'none');
}

export function carryOf(): Option {
  return new Option(
    '--carry-of <file>',
    'a questionnaire that they answer, where it lies in another folder than the one that is asked',
  )
    .argParser(collect)
    .default([], 'none');
}
