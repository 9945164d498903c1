import { type Unit, unitName } from '../../compare/comparison.js';
import { suggest } from '../../finding/suggest.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import { checkLists, checkRanks } from '../compare/checked-options.js';
import { checkPlaceholders } from '../output/placeholders.js';
import { UsageError } from '../usage-error.js';
import { placeholder, type ReportOptions } from './options.js';

/** Refuses options that do not go together. */
export function checkOptions(options: ReportOptions): void {
  const { rubric, unit, each, output, open, namePeers, withNotes, publish } = options;
  checkPlaceholders(output ?? '', { [placeholder]: 'the name of a unit' });
  if (rubric.length > 1) {
    throw new UsageError('a report is by one rubric', 'Name one with --rubric, and write a report for each.');
  }
  if (each !== undefined && unit.length > 0) {
    throw new UsageError('--each is a page for each unit, and --unit that of one', 'Leave one of them out.');
  }
  const isFileEach = output?.includes(placeholder) === true;
  if (each !== undefined && !isFileEach) {
    throw new UsageError(
      '--each writes a page for each unit, and they need names of their own',
      `Write ${placeholder} in the name of the file, as in \`-o 'out/${placeholder}.html'\`.`,
    );
  }
  if (each === undefined && isFileEach && unit.length === 0) {
    throw new UsageError(`${placeholder} in the name of a file is for --each and --unit`);
  }
  const isOwn = each !== undefined || unit.length > 0;
  for (const [option, isGiven] of [
    ['--name-peers', namePeers],
    ['--with-notes', withNotes],
  ] as const) {
    if (isGiven && !isOwn)
      throw new UsageError(`${option} is for a unit's own page`, 'Ask for one with --unit or --each.');
    if (isGiven && publish)
      throw new UsageError(`${option} is for nothing that is released`, 'Leave out it or --publish.');
  }
  checkLists(options);
  checkRanks(options);
  if (open && (output === undefined || each !== undefined)) {
    throw new UsageError(
      '--open opens one file, and none is written',
      'Name it with -o, such as -o report.html.',
    );
  }
}

/** Sees that `--each` names a field that there is. */
export function checkEach({ each }: Pick<ReportOptions, 'each'>, questionnaire: Questionnaire): void {
  if (each === undefined) return;
  const fields = unitFields(questionnaire).map(({ id }) => id);
  if (fields.includes(each)) return;
  const meant = suggest(each, fields);
  throw new UsageError(
    `--each ${each}: there is no such unit field${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    fields.length === 0 ? 'This questionnaire has no unit fields.' : `Unit fields: ${fields.join(', ')}.`,
  );
}

/** Units that are listed at most. */
const mostListed = 12;

/** Refuses to write several units that have a name in common into one file, or to open their files. */
export function checkNamesakes(
  units: readonly Pick<Unit, 'path' | 'response' | 'groups'>[],
  { unit, output, open }: Pick<ReportOptions, 'unit' | 'output' | 'open'>,
): void {
  const isFileEach = output?.includes(placeholder) === true;
  if (units.length < 2 || (isFileEach && !open)) return;
  const names = units.slice(0, mostListed).map(unitName);
  const more = units.length > names.length ? ` and ${units.length - names.length} more` : '';
  throw new UsageError(
    `--unit ${unit.join(' --unit ')} is ${units.length} units, and ${isFileEach ? '--open opens one file' : 'there is one page to write'}`,
    `Name the outer unit too, or ${isFileEach ? 'leave --open out' : `write ${placeholder} in the name of the file, as in \`-o 'out/${placeholder}.html'\``}: ${names.join(', ')}${more}.`,
  );
}
