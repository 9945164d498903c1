import { readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { stablePaths } from '../../export/findings/stable-path.js';
import { textOf } from '../../finding/catalogue.js';
import { type Finding, finding, ruleIdOf } from '../../finding/finding.js';
import { count } from '../../finding/words.js';
import { type DiskFiles, writeWhole } from '../files/files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import { type Baseline, baselineOf, beyondBaseline, type Entry, updatedBaseline } from './baseline.js';
import { baselineText, readBaseline } from './baseline-text.js';
import type { PolicyFile } from './policy-file.js';

/** What of the findings is new to the baseline in a file. With `update`, the file is brought up to date first. */
export function beyondKnown(
  findings: readonly Finding[],
  checked: readonly string[],
  from: PolicyFile,
  update: boolean,
  host: Host,
  files: DiskFiles,
): readonly Finding[] {
  const { name: file, place, isAtCommit } = from;
  if (update && isAtCommit) {
    throw new UsageError(
      `${file} is at a commit, and cannot be updated`,
      'Name a file on disk with --baseline.',
    );
  }
  const folder = dirname(resolve(host.cwd, place));
  const fromFolder = (path: string) => relative(folder, resolve(host.cwd, path)).replaceAll('\\', '/');
  const own = new Set(checked.map(fromFolder));
  const isChecked = (path: string) => own.has(path);
  const pathOf = stablePaths(files.textOf);
  const entryOf = (found: Finding): Entry | undefined => {
    const at = pathOf(found);
    return at === undefined ? undefined : { file: fromFolder(found.file), rule: ruleIdOf(found), at };
  };

  const baseline = read(from, host, update);
  const before = beyondBaseline(findings, baseline, entryOf, isChecked);
  // Whoever mends a known finding has not made the baseline of another commit stale.
  if (isAtCommit) return before.findings;
  if (!update) {
    const stale = before.stale.map(({ rule, file: of, at }) =>
      finding('baseline-stale', { file }, { rule, of, at }),
    );
    return [...before.findings, ...stale];
  }
  const updated = updatedBaseline(findings, baseline, entryOf, isChecked);
  writeWhole(host.cwd, file, [baselineText(updated)]);
  const gone = [...updated.values()].filter(
    (entry) => !isChecked(entry.file) && !exists(resolve(folder, entry.file)),
  );
  host.stderr.write(
    [
      `${file} knows ${count(updated.size, 'finding')}.`,
      ...before.stale.map((entry) => `stale, taken out: ${told(entry)}`),
      ...gone.map((entry) => `stale, kept: ${told(entry)}; there is no such file`),
      '',
    ].join('\n'),
  );
  return beyondBaseline(findings, updated, entryOf, isChecked).findings;
}

function told({ file, rule, at }: Entry): string {
  return `${file}: ${rule}${at === '' ? '' : ` at ${at}`}`;
}

function read(from: PolicyFile, { cwd }: Host, update: boolean): Baseline {
  const { name } = from;
  const text = from.isAtCommit ? textAtCommit(from) : textOnDisk(name, resolve(cwd, name), update);
  if (text === undefined) return baselineOf([]);
  const baseline = readBaseline(text);
  if (baseline !== undefined) return baseline;
  throw new UsageError(`${name} is no baseline`, 'A baseline is a file that --update-baseline has written.');
}

function textAtCommit({ name, files }: PolicyFile): string {
  const read = files.read(name);
  if ('text' in read) return read.text;
  throw new UsageError(`${name}: ${textOf(read.finding)}`, 'It is the baseline.');
}

function textOnDisk(name: string, path: string, update: boolean): string | undefined {
  if (exists(path)) return readFileSync(path, 'utf8');
  if (update) return undefined;
  throw new UsageError(
    `${name}: there is no such file`,
    'It is the baseline; `milepost check` with --update-baseline makes it.',
  );
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
