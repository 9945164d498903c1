import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { unitName } from '../../compare/comparison.js';
import { reportFormatForFile, reportFormats } from '../../export/report/formats.js';
import { makeReport, reportTables } from '../../export/report/make-report.js';
import { suggest } from '../../finding/suggest.js';
import { count } from '../../finding/words.js';
import { type Questionnaire, unitFields } from '../../questionnaire/questionnaire.js';
import { gatherComparison } from '../compare/gather-comparison.js';
import { exitCode, exitCodes } from '../exit-code.js';
import { attempt, writeWhole } from '../files.js';
import { fileNames } from '../form/file-names.js';
import type { Host } from '../host.js';
import { printFindings } from '../print.js';
import { keptResponses } from '../report/kept-responses.js';
import { loadTheme } from '../report/load-theme.js';
import { openFile } from '../report/open-file.js';
import { asCompareOptions, type ReportOptions } from '../report/options.js';
import { reportSources } from '../report/sources.js';
import { returnsLine } from '../returns-line.js';
import { unitsNamed } from '../units-named.js';
import { UsageError } from '../usage-error.js';

/** What stands for the name of a unit in the name of a file. */
const placeholder = '{unit}';

/** One page to show, or one for each unit; `version` is Milepost's own. */
export async function report(
  args: readonly string[],
  options: ReportOptions,
  host: Host,
  version: string,
): Promise<number> {
  checkOptions(options);
  const format = formatFor(options);
  const asked = asCompareOptions(options);
  const kept = keptResponses();
  const isOwn = options.each !== undefined || options.unit.length > 0;
  const gathered = await gatherComparison(
    {
      args,
      names: ['scores', ...reportTables],
      also: 'cells',
      check: (questionnaire) => checkUnits(options, questionnaire),
      ...(isOwn ? { watch: ({ response }) => kept.add(response) } : {}),
    },
    asked,
    host,
    version,
  );
  if (gathered === undefined) return exitCodes.couldNot;
  const { theme, findings: ofTheme } = loadTheme(gathered.toRead.project, gathered.files, host);
  await printFindings(ofTheme, host, gathered.files, options.color);
  if (theme === undefined) return exitCodes.couldNot;
  const sources = reportSources(gathered, kept, options, asked, theme);
  const { output } = options;
  const names = fileNames(sources.map(({ own }) => (own === undefined ? '' : unitName(own.unit))));
  if (options.each !== undefined && output !== undefined) makeFolder(dirname(output), host);
  for (const [at, source] of sources.entries()) {
    const text = await format.write(makeReport(source));
    if (output === undefined) host.stdout.write(text);
    else writeWhole(host.cwd, output.replaceAll(placeholder, names[at] ?? ''), [text]);
  }
  if (options.open && output !== undefined) await openFile(output, host);

  const { files, findings, told, filter, tally } = gathered;
  await printFindings(findings, host, files, options.color);
  const lines = [
    ...filter.lines(),
    ...gathered.kept.withheld,
    ...gathered.kept.since,
    ...(options.each === undefined ? [] : [`${count(sources.length, 'page')} written.`]),
    returnsLine(tally.accepted, tally.rejected, 'scored'),
  ];
  host.stderr.write(`${lines.join('\n')}\n`);
  return exitCode({ findings: [...told, ...ofTheme, ...findings], rejected: tally.rejected }, options.failOn);
}

/** A page for each unit goes to a folder that need not be there yet. */
function makeFolder(folder: string, { cwd }: Pick<Host, 'cwd'>): void {
  if (folder.includes(placeholder)) return;
  attempt(folder, () => mkdirSync(resolve(cwd, folder), { recursive: true }));
}

function formatFor({ format, output }: ReportOptions): (typeof reportFormats)['html'] {
  if (format !== undefined) return reportFormats[format];
  if (output === undefined) return reportFormats.md;
  const found = reportFormatForFile(output);
  if (found !== undefined) return found;
  throw new UsageError(
    `${output}: no format of a report has this ending`,
    `Use one of ${Object.keys(reportFormats).join(', ')}, or say which with --format.`,
  );
}

/** Refuses options that do not go together. */
function checkOptions({
  rubric,
  unit,
  each,
  output,
  open,
  namePeers,
  withNotes,
  publish,
  strictRanks,
  rank,
}: ReportOptions): void {
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
  if (strictRanks && !rank) {
    throw new UsageError('--strict-ranks says how to rank; nobody is ranked without --rank');
  }
  if (open && (output === undefined || each !== undefined)) {
    throw new UsageError(
      '--open opens one file, and none is written',
      'Name it with -o, such as -o report.html.',
    );
  }
}

/** Sees that the units asked for are of fields that there are. */
function checkUnits({ unit, each }: ReportOptions, questionnaire: Questionnaire): void {
  unitsNamed(unit, questionnaire, 'leave --unit out');
  if (each === undefined) return;
  const fields = unitFields(questionnaire).map(({ id }) => id);
  if (fields.includes(each)) return;
  const meant = suggest(each, fields);
  throw new UsageError(
    `--each ${each}: there is no such unit field${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    fields.length === 0 ? 'This questionnaire has no unit fields.' : `Unit fields: ${fields.join(', ')}.`,
  );
}
