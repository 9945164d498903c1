import type { Finding } from '../../finding/finding.js';
import type { Input } from '../../intake/batch.js';
import type { DiskFiles } from '../files.js';
import type { Host } from '../host.js';
import { distinct } from '../policy/judge.js';
import type { WhatToRead } from '../project/what-to-read.js';
import { openReturns, type Returns, type ReturnsOptions } from '../returns.js';
import { type Scored, scoreAll, type Tally } from '../scoring.js';
import type { PreparedGroup } from './wave-groups.js';

/** Opens the returned files for every group: those that a source says to be of one wave for its group alone. */
export async function openGroups(
  groups: readonly PreparedGroup[],
  toRead: WhatToRead,
  options: ReturnsOptions,
  host: Host,
  files: DiskFiles,
): Promise<{ readonly returns: readonly Returns[]; readonly findings: readonly Finding[] }> {
  const stdin = groups.length > 1 ? replayed(host.stdin) : host.stdin;
  const returns: Returns[] = [];
  for (const { questionnaire, has } of groups) {
    const opened = await openReturns(questionnaire, toRead, options, { ...host, stdin }, files, (source) => {
      const { wave } = source.constants;
      return wave === undefined || has(String(wave));
    });
    returns.push(opened);
  }
  return { returns, findings: distinct(returns.flatMap(({ findings }) => findings)) };
}

/** Reads and scores the responses of every group. Of a file without responses of a group, that group tells nothing. */
export async function readGroups(
  groups: readonly PreparedGroup[],
  returns: readonly Returns[],
  each: (scored: Scored, group: number) => void,
): Promise<Tally> {
  if (groups.length === 1 && groups[0] !== undefined && returns[0] !== undefined) {
    return scoreAll(groups[0], returns[0], (scored) => each(scored, 0));
  }
  const tallies: Tally[] = [];
  for (const [i, group] of groups.entries()) {
    const { inputs = [], options = {} } = returns[i] ?? {};
    const reading = { inputs, options: { ...options, isRead: group.has } };
    tallies.push(await scoreAll(group, reading, (scored) => each(scored, i)));
  }
  return {
    accepted: tallies.reduce((sum, { accepted }) => sum + accepted, 0),
    rejected: tallies.reduce((sum, { rejected }) => sum + rejected, 0),
    files: new Set(tallies.flatMap(({ files }) => [...files])),
    findings: tallies.flatMap((tally, i) => tally.findings.filter((found) => isTold(found, i, tallies))),
  };
}

/** A column that one version does not know is no matter where another version reads it from the same file. */
function isTold(found: Finding, i: number, tallies: readonly Tally[]): boolean {
  const others = tallies.filter((other, j) => j !== i && other.files.has(found.file));
  if (others.length === 0) return i === tallies.length - 1 || tallies[i]?.files.has(found.file) === true;
  if (tallies[i]?.files.has(found.file) !== true) return false;
  if (found.rule !== 'unknown-column') return true;
  return others.every(({ findings }) =>
    findings.some(
      ({ rule, args }) => rule === found.rule && JSON.stringify(args) === JSON.stringify(found.args),
    ),
  );
}

/** Standard input can be read once; what it said is kept for the next time. */
function replayed(stdin: Input['chunks']): Input['chunks'] {
  let kept: Uint8Array[] | undefined;
  return {
    async *[Symbol.asyncIterator]() {
      if (kept !== undefined) {
        yield* kept;
        return;
      }
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) {
        chunks.push(chunk);
        yield chunk;
      }
      kept = chunks;
    },
  };
}
