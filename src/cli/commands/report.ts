import { dirname } from 'node:path';
import { unitName } from '../../compare/comparison.js';
import { focus } from '../../compare/explain/focus.js';
import type { WaveGroup } from '../../export/comparison/tables/comparison-table.js';
import { reportFormatForFile, reportFormats } from '../../export/report/formats.js';
import { makeReport, reportTables } from '../../export/report/make-report.js';
import { withheldInParts } from '../../export/report/source/withheld-here.js';
import { plainTheme, type Theme } from '../../export/report/theme/theme.js';
import { count } from '../../finding/words.js';
import { gatherComparison } from '../compare/gather-comparison.js';
import { exitCode, exitCodes } from '../exit-code.js';
import { writeWhole } from '../files/files.js';
import { makeFolders } from '../files/make-folders.js';
import { fileNames } from '../form/file-names.js';
import type { Host } from '../host.js';
import { printFindings } from '../output/print-findings.js';
import { statusLine } from '../output/status-line.js';
import { keepApart } from '../overwriting/written-files.js';
import { checkEach, checkOptions } from '../report/checked-options.js';
import { loadTheme } from '../report/load-theme.js';
import { openFile } from '../report/open-file.js';
import { asCompareOptions, placeholder, type ReportOptions } from '../report/options.js';
import { groupOf, type OwnTarget, ownUnits } from '../report/own-units.js';
import { reportSources } from '../report/sources.js';
import { returnsLine } from '../returns/returns-line.js';
import { registeredNames } from '../units/registered-names.js';
import { namedUnit, unitsNamed } from '../units/units-named.js';
import { UsageError } from '../usage-error.js';

/** One page to show, or one for each unit; `version` is Milepost's own. */
export async function report(
  args: readonly string[],
  options: ReportOptions,
  host: Host,
  version: string,
): Promise<number> {
  checkOptions(options);
  const format = formatFor(options);
  const named = options.unit.map(namedUnit);
  const fields = options.each === undefined ? named.flatMap(({ field }) => field ?? []) : [options.each];
  const asked = asCompareOptions(options, fields);
  // Own pages tell of responses beyond scores, where they tell anything of them.
  const isKept = fields.length > 0 && !options.publish && options.published.length === 0;
  let theme: Theme = plainTheme;
  let target: OwnTarget = { units: {} };
  let kept = focus(target);
  const gathered = await gatherComparison(
    {
      args,
      names: ['scores', ...reportTables],
      also: 'cells',
      check: ({ questionnaire, toRead, files }) => {
        target = { units: unitsNamed(named, questionnaire, 'leave --unit out') };
        checkEach(options, questionnaire);
        const loaded = loadTheme(toRead.project, files, host);
        theme = loaded.theme ?? theme;
        return loaded.findings;
      },
      look: (opened, questionnaire) => {
        const register = opened.map(({ returns }) => returns.register).find((each) => each !== undefined);
        const units = registeredNames(target.units, register, questionnaire);
        target = { units, ...(register === undefined ? {} : { register: register.file }) };
        kept = focus(target);
      },
      checkReturned: (groups, waves) => checkReturned(target, options, groups, waves),
      ...(isKept ? { watch: ({ response }) => kept.add(response) } : {}),
    },
    asked,
    host,
    version,
  );
  if (gathered === undefined) return exitCodes.couldNot;
  const responses = isKept ? kept : undefined;
  const sources = reportSources(gathered, { options, asked, theme, target, responses });
  const { output } = options;
  const names = fileNames(sources.map(({ own }) => (own === undefined ? '' : unitName(own.unit))));
  const pages = output === undefined ? [] : names.map((name) => output.replaceAll(placeholder, name));
  keepApart(
    pages.map((file) => ({ option: '-o', file })),
    gathered.read,
    host,
  );
  if (options.each !== undefined && output !== undefined) makeFolder(dirname(output), host);
  const line = statusLine(host, options.color);
  let cells = 0;
  for (const [at, source] of sources.entries()) {
    if (sources.length > 1) line.show(`Page ${at + 1} of ${sources.length}`);
    const page = makeReport(source);
    cells += withheldInParts(page.parts);
    const text = await format.write(page);
    const file = pages[at];
    if (file === undefined) host.stdout.write(text);
    else writeWhole(host.cwd, file, [text]);
    if (options.open && file !== undefined) await openFile(file, host);
  }
  line.wipe();

  const { files, findings, told, filter, tally } = gathered;
  await printFindings(findings, host, files, options.color);
  const lines = [
    ...filter.lines(),
    ...gathered.remarks,
    ...gathered.kept.withheld(cells),
    ...gathered.kept.since,
    ...(options.each === undefined ? [] : [`${count(sources.length, 'page')} written.`]),
    returnsLine(tally.rows, 'scored'),
  ];
  host.stderr.write(`${lines.join('\n')}\n`);
  return exitCode({ findings: [...told, ...findings], rejected: tally.rows.rejected }, options.failOn);
}

/** Sees that responses of the unit asked for came back in the latest wave. */
function checkReturned(
  target: OwnTarget,
  options: ReportOptions,
  groups: readonly WaveGroup[],
  waves: readonly string[],
): void {
  if (options.unit.length === 0) return;
  const wave = waves.at(-1) ?? '';
  const comparison = groupOf(groups, wave)?.gathered.comparisons[0];
  if (comparison !== undefined) ownUnits(comparison, { ...target, wave }, options);
}

/** A page for each unit goes to a folder that need not be there yet. */
function makeFolder(folder: string, { cwd }: Pick<Host, 'cwd'>): void {
  if (folder.includes(placeholder)) return;
  makeFolders(cwd, folder);
}

function formatFor({ format, output }: ReportOptions): (typeof reportFormats)['html'] {
  const found = output === undefined ? undefined : reportFormatForFile(output);
  if (format !== undefined) {
    const named = reportFormats[format];
    if (found === undefined || found === named) return named;
    throw new UsageError(
      `-o ${output} ends as ${found.extensions[0]} does, and --format is ${format}`,
      `Leave --format out, or end the name in .${format}.`,
    );
  }
  if (output === undefined) return reportFormats.md;
  if (found !== undefined) return found;
  throw new UsageError(
    `${output}: no format of a report has this ending`,
    `Use one of ${Object.keys(reportFormats).join(', ')}, or say which with --format.`,
  );
}
