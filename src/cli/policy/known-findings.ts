import { readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { stablePaths } from '../../export/findings/stable-path.js';
import { type Finding, finding, ruleIdOf } from '../../finding/finding.js';
import { count } from '../../finding/words.js';
import { type DiskFiles, writeWhole } from '../files.js';
import type { Host } from '../host.js';
import { UsageError } from '../usage-error.js';
import { type Baseline, baselineOf, beyondBaseline, type Entry, updatedBaseline } from './baseline.js';
import { baselineText, readBaseline } from './baseline-text.js';

/** What of the findings is new to the baseline in a file. With `update`, the file is brought up to date first. */
export function beyondKnown(
  findings: readonly Finding[],
  checked: readonly string[],
  file: string,
  update: boolean,
  host: Host,
  files: DiskFiles,
): readonly Finding[] {
  const folder = dirname(resolve(host.cwd, file));
  const fromFolder = (path: string) => relative(folder, resolve(host.cwd, path)).replaceAll('\\', '/');
  const own = new Set(checked.map(fromFolder));
  const isChecked = (path: string) => own.has(path);
  const pathOf = stablePaths(files.textOf);
  const entryOf = (found: Finding): Entry | undefined => {
    const at = pathOf(found);
    return at === undefined ? undefined : { file: fromFolder(found.file), rule: ruleIdOf(found), at };
  };

  const baseline = read(file, host, update);
  const before = beyondBaseline(findings, baseline, entryOf, isChecked);
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

function read(file: string, { cwd }: Host, update: boolean): Baseline {
  const path = resolve(cwd, file);
  if (!exists(path)) {
    if (update) return baselineOf([]);
    throw new UsageError(
      `${file}: there is no such file`,
      'It is the baseline; `milepost check` with --update-baseline makes it.',
    );
  }
  const baseline = readBaseline(readFileSync(path, 'utf8'));
  if (baseline !== undefined) return baseline;
  throw new UsageError(`${file} is no baseline`, 'A baseline is a file that --update-baseline has written.');
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
