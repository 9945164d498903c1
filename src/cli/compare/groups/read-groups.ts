import type { RuleId } from '../../../finding/catalogue.js';
import type { Finding } from '../../../finding/finding.js';
import type { Input } from '../../../intake/batch.js';
import { addedRows, noRows } from '../../../intake/ledger/row-counts.js';
import type { DiskFiles } from '../../files/files.js';
import type { Host } from '../../host.js';
import { distinct } from '../../policy/judge.js';
import type { WhatToRead } from '../../project/what-to-read.js';
import type { DigestedInput } from '../../returns/digests.js';
import { readReturns } from '../../returns/progress.js';
import { openReturns, type Returns, type ReturnsOptions } from '../../returns/returns.js';
import { type Scored, scoreAll, type Tally } from '../../scoring/scoring.js';
import { digestedInputs } from '../provenance.js';
import type { PreparedGroup } from './wave-groups.js';

/** A group with its returned files, whose bytes are digested as they are read. */
export interface OpenedGroup extends PreparedGroup {
  readonly returns: Returns & { readonly inputs: readonly (Input & DigestedInput)[] };
}

/** Opens the returned files for every group: those that a source says to be of one wave for its group alone. */
export async function openGroups(
  groups: readonly PreparedGroup[],
  toRead: WhatToRead,
  options: ReturnsOptions,
  host: Host,
  files: DiskFiles,
): Promise<{ readonly opened: readonly OpenedGroup[]; readonly findings: readonly Finding[] }> {
  const stdin = groups.length > 1 ? replayed(host.stdin) : host.stdin;
  const opened: OpenedGroup[] = [];
  for (const group of groups) {
    const { questionnaire, has } = group;
    const returns = await openReturns(questionnaire, toRead, options, { ...host, stdin }, files, (source) => {
      const { wave } = source.constants;
      return wave === undefined || has(String(wave));
    });
    opened.push({ ...group, returns: { ...returns, inputs: digestedInputs(returns.inputs) } });
  }
  return { opened, findings: distinct(opened.flatMap(({ returns }) => returns.findings)) };
}

/** Reads and scores the responses of every group. Of a file without responses of a group, that group tells nothing. */
export async function readGroups(
  groups: readonly OpenedGroup[],
  host: Host,
  wantsProgress: boolean,
  each: (scored: Scored, group: number) => void,
): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const [i, group] of groups.entries()) {
    const { inputs, options } = group.returns;
    const reading = groups.length === 1 ? options : { ...options, isRead: group.has };
    const batches = readReturns(group.questionnaire, { inputs, options: reading }, host, wantsProgress);
    tallies.push(await scoreAll(group, batches, (scored) => each(scored, i)));
  }
  const [only, ...others] = tallies;
  return only !== undefined && others.length === 0 ? only : together(tallies);
}

function together(tallies: readonly Tally[]): Tally {
  const read = new Map<string, number>();
  for (const tally of tallies) {
    for (const [file, rows] of tally.read) read.set(file, (read.get(file) ?? 0) + rows);
  }
  return {
    read,
    rows: tallies.map(({ rows }) => rows).reduce(addedRows, noRows),
    findings: distinct(
      tallies.flatMap((tally) => tally.findings.filter((found) => isTold(found, tally, tallies))),
    ),
  };
}

function isTold(found: Finding, own: Tally, tallies: readonly Tally[]): boolean {
  const readers = tallies.filter(({ read }) => (read.get(found.file) ?? 0) > 0);
  if (readers.length > 0 && !readers.includes(own)) return false;
  const others = readers.length > 0 ? readers : tallies;
  if (found.rule in alsoMissed) {
    return others.every(({ findings }) => findings.some((other) => isMissedAlike(found, other)));
  }
  // Of a file with no rows for anybody, the current version tells.
  const isEmpty = readers.length === 0 && tallies.some(({ read }) => read.has(found.file));
  return !isEmpty || own === tallies.at(-1);
}

/** What one version misses is no matter where another has it; by rule, those that tell that another misses it too. */
const alsoMissed: Readonly<Partial<Record<RuleId, readonly RuleId[]>>> = {
  'unknown-column': ['unknown-column'],
  'adjustment-question-unknown': ['adjustment-question-unknown'],
  // A version that does not know the question looks for no response.
  'adjustment-without-response': ['adjustment-without-response', 'adjustment-question-unknown'],
};

/** Columns are told apart by their headings; a row of adjustments is about one thing. */
function isMissedAlike(found: Finding, other: Finding): boolean {
  const placeOf = ({ file, path, range, cell }: Finding) =>
    found.rule === 'unknown-column'
      ? JSON.stringify([file, path, range?.start, cell])
      : JSON.stringify([file, cell?.line]);
  return alsoMissed[found.rule]?.includes(other.rule) === true && placeOf(found) === placeOf(other);
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
