import { resolve } from 'node:path';
import { type Finding, isError } from '../../finding/finding.js';
import { applyEdits } from '../../questionnaire/fixes/apply-edits.js';
import { editsOf, fixesIn, type Mending } from '../../questionnaire/fixes/fixes-in.js';
import type { DiskFiles } from '../files/files.js';

/** A file's text as it was read and as it is to be, both without a byte order mark. */
export interface Rewrite {
  /** As it was named. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Files as they are to be, and what is still found in them then. */
export interface Mended {
  readonly findings: readonly Finding[];
  /** How many findings were mended. */
  readonly count: number;
  /** By full path. */
  readonly rewrites: ReadonlyMap<string, Rewrite>;
  /** What a reader of the mended files sees. */
  readonly files: DiskFiles;
}

/** What is found in files. */
export type Find = (files: DiskFiles) => Promise<readonly Finding[]>;

const mostRounds = 50;

/**
 * Mends what can be mended without loss in the files that were named, and only in those: what others include is left
 * to whoever names it. Checks again after each round, since a mistake can hide others. Writes nothing.
 */
export async function mend(
  checked: readonly string[],
  disk: DiskFiles,
  cwd: string,
  find: Find,
): Promise<Mended> {
  let mended: Mended = { findings: await find(disk), count: 0, rewrites: new Map(), files: disk };
  const inVain = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const { findings, files, rewrites, count } = mended;
    const byFile = mendings(findings, checked, files, cwd, inVain);
    if (byFile.size === 0) break;
    const next = new Map(rewrites);
    for (const [path, { file, text, own }] of byFile) {
      const before = rewrites.get(path)?.before ?? text;
      next.set(path, { file, before, after: applyEdits(text, editsOf(own)) });
    }
    const nextFiles = rewritten(disk, next, cwd);
    const after = await find(nextFiles);
    const done = [...byFile.values()].flatMap(({ own }) => own);
    const known = new Set(findings.map(keyOf));
    const fresh = after.filter((problem) => isError(problem) && !known.has(keyOf(problem)));
    const worse = done.filter(({ finding }) => brings(finding, fresh));
    for (const { finding } of worse) inVain.add(keyOf(finding));
    if (worse.length === 0) {
      mended = { findings: after, count: count + done.length, rewrites: next, files: nextFiles };
    }
  }
  return mended;
}

/** The findings that `mend` could mend at once. */
export function mendable(
  findings: readonly Finding[],
  checked: readonly string[],
  files: DiskFiles,
  cwd: string,
): ReadonlySet<Finding> {
  const byFile = mendings(findings, checked, files, cwd, new Set());
  return new Set([...byFile.values()].flatMap(({ own }) => own.map(({ finding }) => finding)));
}

/** What can be mended at once, by full path: a file may be named in several ways. */
function mendings(
  findings: readonly Finding[],
  checked: readonly string[],
  files: DiskFiles,
  cwd: string,
  inVain: ReadonlySet<string>,
): ReadonlyMap<string, FileMendings> {
  const byPath = new Map<string, { readonly file: string; readonly here: Finding[] }>();
  for (const file of checked) byPath.set(resolve(cwd, file), { file, here: [] });
  for (const finding of findings) {
    if (!inVain.has(keyOf(finding))) byPath.get(resolve(cwd, finding.file))?.here.push(finding);
  }
  const found = new Map<string, FileMendings>();
  for (const [path, { file, here }] of byPath) {
    const text = here.length === 0 ? undefined : files.textOf(file);
    const own = text === undefined ? [] : fixesIn(text, here, findings);
    if (text !== undefined && own.length > 0) found.set(path, { file, text, own });
  }
  return found;
}

interface FileMendings {
  readonly file: string;
  readonly text: string;
  readonly own: readonly Mending[];
}

/** Whether what stood in the way of a mended finding was another mistake in the same place. */
function brings({ rule, file, path }: Finding, fresh: readonly Finding[]): boolean {
  // An expression is read up to its first mistake: the next one was there before.
  if (path === undefined || rule.startsWith('expression-')) return false;
  return fresh.some(
    (problem) => problem.file === file && JSON.stringify(problem.path) === JSON.stringify(path),
  );
}

function keyOf({ rule, file, path, args }: Finding): string {
  return JSON.stringify([rule, file, path, args]);
}

function rewritten(disk: DiskFiles, rewrites: ReadonlyMap<string, Rewrite>, cwd: string): DiskFiles {
  const textOf = (file: string) => rewrites.get(resolve(cwd, file))?.after;
  return {
    ...disk,
    read: (file) => {
      const text = textOf(file);
      return text === undefined ? disk.read(file) : { text };
    },
    textOf: (file) => textOf(file) ?? disk.textOf(file),
    seen: disk.seen,
  };
}
