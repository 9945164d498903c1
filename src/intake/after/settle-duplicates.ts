import { type Finding, finding, type Place } from '../../finding/finding.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { resolve } from '../../response/resolve.js';
import type { Accepted, Batch } from '../batch.js';
import { emptyBatch } from '../batch.js';
import type { DuplicatePolicy } from './duplicates.js';
import { type Conflict, mergeResponses } from './merge-responses.js';

/** Responses of one key, in the order in which they came. */
interface Claimants {
  readonly file: string;
  readonly all: Accepted[];
}

/**
 * Lets one response of each key count: the first or the last that came, the one completed latest, or all of them merged.
 * What is accepted is held until the end, since the last row may speak for the first; the rest is passed on as it comes.
 */
export async function* settleDuplicates(
  questionnaire: Questionnaire,
  policy: Exclude<DuplicatePolicy, 'refuse'>,
  batches: AsyncIterable<Batch>,
): AsyncGenerator<Batch> {
  const byKey = new Map<string, Claimants>();
  for await (const batch of batches) {
    for (const accepted of batch.accepted) {
      const key = JSON.stringify([accepted.response.wave ?? '', accepted.response.id]);
      const claimants = byKey.get(key);
      if (claimants === undefined) byKey.set(key, { file: batch.source.file, all: [accepted] });
      else claimants.all.push(accepted);
    }
    yield { ...batch, accepted: [] };
  }
  let batch = emptyBatch('');
  for (const { file, all } of byKey.values()) {
    if (batch.source.file !== file) {
      if (batch.accepted.length > 0) yield batch;
      batch = emptyBatch(file);
    }
    const { counts, findings } = settle(questionnaire, policy, all);
    batch.findings.push(...findings);
    batch.accepted.push(counts);
    for (const { place } of all) {
      if (place !== counts.place) batch.superseded.push({ place, by: counts.place });
    }
  }
  if (batch.accepted.length > 0) yield batch;
}

interface Settled {
  readonly counts: Accepted;
  readonly findings: readonly Finding[];
}

function settle(
  questionnaire: Questionnaire,
  policy: Exclude<DuplicatePolicy, 'refuse'>,
  all: readonly Accepted[],
): Settled {
  const [first, ...others] = all;
  if (first === undefined) throw new Error('a key without a response');
  const last = others.at(-1) ?? first;
  switch (policy) {
    case 'first':
      return { counts: first, findings: [] };
    case 'last':
      return { counts: last, findings: [] };
    case 'latest':
      return latest(all, last);
    case 'merge': {
      const { response, conflicts } = mergeResponses(all.map((accepted) => accepted.response));
      const counts =
        others.length === 0 ? first : { ...first, response, resolved: resolve(questionnaire, response) };
      const findings = conflicts.map((conflict) =>
        conflictFinding(questionnaire, response.id, conflict, all[conflict.from]?.place ?? first.place),
      );
      return { counts, findings };
    }
  }
}

/** What a personal field holds is not told. */
function conflictFinding(
  { profile }: Questionnaire,
  id: string,
  { name, kept, other }: Conflict,
  place: Place,
): Finding {
  return profile.some((field) => field.id === name && field.personal)
    ? finding('duplicate-conflict-personal', place, { id, name })
    : finding('duplicate-conflict', place, { id, name, kept, other });
}

/** The one completed latest; without a time for each, nobody can say which that is, and the last that came counts. */
function latest(all: readonly Accepted[], last: Accepted): Settled {
  const undated = all.find(({ response }) => response.completed === undefined);
  if (all.length > 1 && undated !== undefined) {
    const { id } = last.response;
    return { counts: last, findings: [finding('duplicate-undated', undated.place, { id })] };
  }
  const time = ({ response }: Accepted) => Date.parse(response.completed ?? '') || 0;
  const counts = all.reduce((best, one) => (time(one) >= time(best) ? one : best), last);
  return { counts, findings: [] };
}
