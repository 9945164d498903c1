import { oneOf } from '../../finding/words.js';
import { type Batch, intake } from '../../intake/intake.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { questionnaireDigest } from '../../response/meaning/digest.js';
import type { Host } from '../host.js';
import { responseInputs, stdinName } from '../returns/inputs.js';
import { UsageError } from '../usage-error.js';

/** A questionnaire and the file that it was read from. */
export interface Candidate {
  readonly file: string;
  readonly questionnaire: Questionnaire;
}

/** Which returned files belong to which questionnaire, by its file. One questionnaire alone gets all of them. */
export async function assignResponses(
  candidates: readonly Candidate[],
  paths: readonly string[],
  host: Host,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return new Map([[only.file, paths]]);
  const assigned = new Map<string, string[]>();
  for (const { name } of await responseInputs(host, paths)) {
    const { file } = await ownerOf(name, candidates, host);
    assigned.set(file, [...(assigned.get(file) ?? []), name]);
  }
  return assigned;
}

async function ownerOf(name: string, candidates: readonly Candidate[], host: Host): Promise<Candidate> {
  const among = oneOf(candidates.map(({ file }) => file));
  if (name === stdinName) {
    throw new UsageError(
      `answers on standard input are read once, and may be those of ${among}`,
      'Check one questionnaire at a time, or name a file.',
    );
  }
  const firsts = await Promise.all(
    candidates.map(async (candidate) => ({ candidate, batch: await firstBatch(candidate, name, host) })),
  );
  const possible = firsts.filter(({ batch }) => !isStrange(batch));
  // Only JSON names a wording. A table is read with any, and what reads best is still a guess.
  const exact = (await isJson(name, host))
    ? possible.filter(({ candidate, batch }) => names(batch, candidate))
    : [];
  const [owner, another] = exact.length > 0 ? exact : possible;
  if (owner !== undefined && another === undefined) return owner.candidate;
  if (owner === undefined) {
    throw new UsageError(
      `${name} does not answer ${among}`,
      'Name the questionnaire that it answers, in the version that was answered.',
    );
  }
  throw new UsageError(
    `${name} does not say which it answers: ${among}`,
    'Check one questionnaire at a time; or return answers as JSON or JSONL, which name theirs.',
  );
}

async function firstBatch(
  { questionnaire }: Candidate,
  name: string,
  host: Host,
): Promise<Batch | undefined> {
  for await (const batch of intake(questionnaire, await responseInputs(host, [name]))) return batch;
  return undefined;
}

/** Whether all that came first answers another questionnaire, or another version. */
function isStrange(batch: Batch | undefined): boolean {
  if (batch === undefined || batch.accepted.length > 0 || batch.rejected.length === 0) return false;
  return batch.rejected.every(
    ({ because }) => because === 'other-questionnaire' || because === 'other-version',
  );
}

async function isJson(name: string, host: Host): Promise<boolean> {
  for (const { chunks } of await responseInputs(host, [name])) {
    for await (const chunk of chunks) return /^\uFEFF?\s*[[{]/.test(new TextDecoder().decode(chunk));
  }
  return false;
}

/** Whether the answers name this very wording. */
function names(batch: Batch | undefined, { questionnaire }: Candidate): boolean {
  const digest = questionnaireDigest(questionnaire);
  return batch?.accepted.some(({ response }) => response.questionnaire.digest === digest) ?? false;
}
