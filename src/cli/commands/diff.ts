import type { FindingFormat } from '../../export/findings/names.js';
import { sortFindings } from '../../export/findings/sort.js';
import { pairsAgainst } from '../diff/against.js';
import { comparePairs } from '../diff/compare-pairs.js';
import { compareTwo, type TwoCompared } from '../diff/compare-two.js';
import { type LoadOptions, loadVersion } from '../diff/load-version.js';
import { summaryLines, supplementOf, toldOf } from '../diff/report.js';
import { versionedFiles } from '../diff/versioned-files.js';
import { exitCode, type FailOn } from '../exit-code.js';
import { type DiskFiles, writeWhole } from '../files/files.js';
import { fileAtRef } from '../git/git.js';
import { type Host, wantsUnicode } from '../host.js';
import { printFindings, writeFindings } from '../output/print-findings.js';
import { keepApart, writtenFiles } from '../overwriting/written-files.js';
import { type ConfigOptions, judgeResponses } from '../policy/judge.js';
import { type Output, outputsFor } from '../policy/outputs.js';
import { returnsLine } from '../returns/returns-line.js';
import { UsageError } from '../usage-error.js';

type DiffFormat = FindingFormat | 'map';

export interface DiffOptions extends ConfigOptions, LoadOptions {
  readonly format: readonly Output<DiffFormat>[];
  readonly failOn: FailOn;
  readonly against?: string;
  readonly responses?: readonly string[];
  readonly color: boolean;
}

/** What changed between two versions, what of it breaks returned answers or scores, and whether the version says so. */
export async function diff(
  [old, now]: readonly (string | undefined)[],
  options: DiffOptions,
  host: Host,
): Promise<number> {
  const files = versionedFiles(host.cwd);
  const outputs = outputsOf(options.format, host.env);
  const compared = await compare(old, now, options, files, host);
  const { verdicts, errors, returned } = compared;
  const { failOn } = options;
  const { counted, honoured } = toldOf(compared);
  const [failing, passing] = [
    await judgeResponses([...counted, ...errors], options, host, files),
    await judgeResponses(honoured, options, host, files),
  ];
  const those = new Set(failing);
  const report = {
    findings: sortFindings([...failing, ...passing]),
    checked: verdicts.map((verdict) => verdict.new.file),
    failOn,
    fails: (found: (typeof failing)[number]) =>
      those.has(found) && exitCode({ findings: [found] }, failOn) !== 0,
    pathOf: (file: string) => fileAtRef(file)?.path,
    supplement: supplementOf(compared, returned, !host.stdout.isTerminal || wantsUnicode(host)),
  };
  keepApart(writtenFiles(options), files.seen(), host);
  const maps = outputs.filter(({ format }) => format === 'map');
  if (errors.length === 0) await writeMaps(maps, compared, { old, new: now }, host);
  await writeFindings(report, outputs.flatMap(ofFindings), host, files, options.color);
  if (returned !== undefined) {
    await printFindings(returned.findings, host, files, options.color);
    host.stderr.write(`${returnsLine(returned.rows, 'read')}\n`);
  }
  const couldNot = errors.length > 0;
  host.stderr.write(couldNot ? `A version with errors cannot be compared.\n` : '');
  if (!couldNot || verdicts.length > 0) host.stderr.write(`${summaryLines(compared).join('\n')}\n`);
  return exitCode({ findings: failing, couldNot, rejected: returned?.rows.rejected ?? 0 }, failOn);
}

async function compare(
  old: string | undefined,
  now: string | undefined,
  options: DiffOptions,
  files: DiskFiles,
  host: Host,
): Promise<TwoCompared> {
  const load = (file: string) => loadVersion(file, files, host, options);
  const { against, responses = [] } = options;
  if (against !== undefined) {
    if (now !== undefined) {
      throw new UsageError('--against compares with a commit', 'Name one folder or file behind it, or none.');
    }
    if (responses.length > 0) {
      throw new UsageError('--responses needs one questionnaire', 'Name OLD and NEW instead of --against.');
    }
    return comparePairs(pairsAgainst(against, old ?? '.', host, files), load);
  }
  if (old === undefined || now === undefined) {
    throw new UsageError(
      'two versions are needed to compare',
      'milepost diff OLD NEW, or milepost diff --against REF [DIR]; OLD can be REF:PATH.',
    );
  }
  return compareTwo({ old, new: now }, load, responses, host);
}

/** The outputs asked for; where all there is is a map in a file, the changes are told too. */
function outputsOf(asked: readonly Output<DiffFormat>[], env: Host['env']): readonly Output<DiffFormat>[] {
  const outputs = outputsFor(asked, env);
  const onlyMaps = outputs.every(({ format, file }) => format === 'map' && file !== undefined);
  return onlyMaps ? [...outputs, ...outputsFor([], env)] : outputs;
}

function ofFindings({ format, file }: Output<DiffFormat>): readonly Output<FindingFormat>[] {
  return format === 'map' ? [] : [{ format, ...(file === undefined ? {} : { file }) }];
}

async function writeMaps(
  outputs: readonly Output<DiffFormat>[],
  { context }: TwoCompared,
  { old, new: now }: { readonly old: string | undefined; readonly new: string | undefined },
  { cwd, stdout }: Host,
): Promise<void> {
  if (outputs.length === 0) return;
  if (context === undefined || old === undefined || now === undefined) {
    throw new UsageError('a map is drafted between two versions of one questionnaire', 'Name OLD and NEW.');
  }
  const { mapDraft } = await import('../../export/map-draft/map-draft.js');
  const draft = mapDraft(context, { old, new: now });
  for (const { file } of outputs) {
    if (file === undefined) stdout.write(draft);
    else writeWhole(cwd, file, [draft]);
  }
}
