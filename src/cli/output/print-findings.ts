import { relative, resolve } from 'node:path';
import { findingPrinter, writesWhenEmpty } from '../../export/findings/formats.js';
import type { PrintOptions, Supplement } from '../../export/findings/printer.js';
import { type Finding, isError } from '../../finding/finding.js';
import type { PluginRule } from '../../rubric/checks/define-rule.js';
import { exitCode, exitCodes, type FailOn } from '../exit-code.js';
import { type DiskFiles, writeWhole } from '../files/files.js';
import { type Host, wantsColor } from '../host.js';
import type { FindingOutput } from '../policy/outputs.js';

const shownAtMost = 50;
/** Of a file that is not a terminal. */
const fileWidth = 100;

/** Prints findings for people, on stderr: results are for stdout. */
export async function printFindings(
  findings: readonly Finding[],
  host: Host,
  files: DiskFiles,
  color: boolean,
): Promise<void> {
  if (findings.length === 0) return;
  // What is in the way is not to be what is cut off.
  const [errors, others] = [findings.filter(isError), findings.filter((each) => !isError(each))];
  const isCut = findings.length > shownAtMost;
  const shown = isCut ? [...errors, ...others].slice(0, shownAtMost) : findings;
  const printer = await findingPrinter('pretty');
  const { stderr } = host;
  const options = { source: files.textOf, color: wantsColor(host, stderr, color), width: stderr.width };
  stderr.write(printer.write(shown, options));
  if (shown.length < findings.length) {
    const more = (findings.length - shown.length).toLocaleString('en-GB');
    stderr.write(`… and ${more} more; \`milepost validate\` lists them all.\n`);
  }
}

/** What a command that looks for findings came to. */
export interface FindingReport {
  readonly findings: readonly Finding[];
  readonly checked: readonly string[];
  readonly failOn: FailOn;
  /** Whether a finding makes the run fail, where that is not by `failOn` alone. */
  readonly fails?: (finding: Finding) => boolean;
  /** A file's path from the root of its repository, where its name does not say it by itself. */
  readonly pathOf?: (file: string) => string | undefined;
  readonly supplement?: Supplement;
  /** Whether `check --fix` would mend a finding. */
  readonly mends?: (finding: Finding) => boolean;
  /** Rules of one's own that were gone by. */
  readonly rules?: readonly PluginRule[];
}

/** Writes findings as a command's result, in every format asked for. */
export async function writeFindings(
  { findings, checked, failOn, supplement, fails, pathOf, mends, rules = [] }: FindingReport,
  outputs: readonly FindingOutput[],
  host: Host,
  files: DiskFiles,
  color: boolean,
): Promise<void> {
  const { cwd, env, stdout } = host;
  const options: PrintOptions = {
    source: files.textOf,
    color: false,
    width: fileWidth,
    checked,
    ...(supplement === undefined ? {} : { supplement }),
    fails: fails ?? ((finding) => exitCode({ findings: [finding] }, failOn) !== exitCodes.done),
    ...(mends === undefined ? {} : { mends }),
    rules,
    inRepository: (file) => pathOf?.(file) ?? inRepository(file, cwd, env.GITHUB_WORKSPACE),
  };
  for (const { format, file } of outputs) {
    // Nothing to write is nothing to load.
    const isSilent = findings.length === 0 && supplement === undefined && !writesWhenEmpty(format);
    if (file !== undefined) {
      writeWhole(cwd, file, [isSilent ? '' : (await findingPrinter(format)).write(findings, options)]);
    } else if (!isSilent) {
      const printer = await findingPrinter(format);
      const toStdout = { ...options, color: wantsColor(host, stdout, color), width: stdout.width };
      stdout.write(printer.write(findings, toStdout));
    }
  }
}

/** A file's path from the root of the repository where a job runs in a folder of it. */
function inRepository(file: string, cwd: string, workspace: string | undefined): string {
  if (workspace === undefined || workspace === '' || file.startsWith('<')) return file;
  const path = relative(workspace, resolve(cwd, file)).replaceAll('\\', '/');
  return path.startsWith('..') ? file : path;
}
