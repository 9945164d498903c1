import { type Command, Option } from 'commander';
import { comparisonTableNames } from '../../export/comparison/tables/names.js';
import { collect, commas, natural } from './values.js';

/** Which rows a comparison has, and how it lies. */
export function shape(command: Command): Command {
  return rows(command)
    .option('--total', 'a last row that takes in every unit', false)
    .option('--transpose', 'a column a unit instead of a row', false);
}

/** Which rows a comparison has. */
export function rows(command: Command): Command {
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
    .option(
      '--sort <figure>',
      'sort rows by a figure, by responses, by a column of other tables or by name; :asc or :desc behind it',
    );
}

/** What a comparison says beside each figure. */
export function standing(command: Command): Command {
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
export function smallGroups(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--min-group <people>',
        "withhold figures about fewer than this; can only raise the questionnaire's own",
      ).argParser(natural),
    )
    .addOption(
      new Option(
        '--publish',
        'a table for release: small groups withheld, no ranks, every gap explained',
      ).default(false),
    )
    .addOption(
      new Option('--published <file>', 'a table given out before, as JSON; more than once for several')
        .argParser(collect)
        .default([], 'none'),
    );
}

/** Which tables a comparison makes, and of which waves. */
export function tables(command: Command): Command {
  return waves(
    command.addOption(
      new Option('--tables <tables>', `which tables, with commas: ${comparisonTableNames.join(', ')}`)
        .argParser(commas)
        .default([], 'scores, or what --waves and --roles ask for'),
    ),
  ).option('--roles <field>', 'the profile field that says who speaks, to set roles side by side');
}

/** Of which waves a comparison tells, and who is of one kind. */
export function waves(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--waves <waves>',
        'which waves, with commas, the earliest first; how scores came from one to the next',
      )
        .argParser(commas)
        .default([], 'all'),
    )
    .option(
      '--kind <field>',
      'the attribute or profile field that says what kind of unit one is, instead of type',
    );
}

/** What a comparison tells of how it was made. */
export function provenance(command: Command): Command {
  return command
    .addOption(stamp())
    .option('--datapackage', 'with -o FILE.csv or .tsv: describe it in a datapackage.json beside it', false);
}

export function stamp(): Option {
  return new Option(
    '--stamp',
    'say when it was made; without it the same inputs give the same bytes',
  ).default(false);
}
