import { type Finding, finding, type Place } from '../../finding/finding.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { missingRequired, resolve } from '../../response/resolve.js';
import { instantOf } from '../../response/texts/plain-values.js';
import type { Accepted, Batch, Rejected } from '../batch.js';
import { emptyBatch, isEmpty } from '../batch.js';
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
      if (!isEmpty(batch)) yield batch;
      batch = emptyBatch(file);
    }
    const { counts, findings, rejected = [] } = settle(questionnaire, policy, all);
    batch.findings.push(...findings);
    batch.rejected.push(...rejected);
    if (counts === undefined) continue;
    batch.accepted.push(counts);
    for (const { place } of all) {
      const isRefused = rejected.some((reject) => reject.place === place);
      if (place !== counts.place && !isRefused) batch.superseded.push({ place, by: counts.place });
    }
  }
  if (!isEmpty(batch)) yield batch;
}

interface Settled {
  /** None where all were refused. */
  readonly counts?: Accepted;
  readonly rejected?: readonly Rejected[];
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
    case 'merge':
      return merged(questionnaire, all);
  }
}

/**
 * All of them as one. Follow-ups come behind what they complete; without that, or where they leave open what is then
 * required, they are refused.
 */
function merged(questionnaire: Questionnaire, all: readonly Accepted[]): Settled {
  const followUps = all.filter(({ completes }) => completes === true);
  const whole = all.filter(({ completes }) => completes === undefined);
  const [first, ...others] = [...whole, ...followUps];
  if (first === undefined) throw new Error('a key without a response');
  if (whole.length === 0) {
    const refused = followUps.map(({ response: { id }, place }) =>
      refusal(place, [finding('follow-up-alone', place, { id })]),
    );
    return { rejected: refused, findings: [] };
  }
  if (others.length === 0) return { counts: first, findings: [] };
  const { response, conflicts } = mergeResponses([first, ...others]);
  const resolved = resolve(questionnaire, response);
  const open = followUps.length === 0 ? [] : missingRequired(questionnaire, resolved, response.ask_again);
  if (open.length > 0) {
    const refused = followUps.map(({ place }) =>
      refusal(
        place,
        open.flatMap((index) => {
          const { id: name, nonAnswers: permitted } = questionnaire.questions[index] ?? {};
          if (name === undefined || permitted === undefined) return [];
          return [finding('answer-missing', place, { name, permitted })];
        }),
      ),
    );
    const rest = merged(questionnaire, whole);
    return { ...rest, rejected: refused };
  }
  return {
    counts: { ...first, response, resolved },
    findings: conflicts.map((conflict) =>
      conflictFinding(questionnaire, response.id, conflict, others[conflict.from - 1]?.place ?? first.place),
    ),
  };
}

function refusal(place: Place, findings: readonly Finding[]): Rejected {
  return { place, because: findings[0]?.rule ?? 'answer-missing', findings };
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
  const time = ({ response }: Accepted) => instantOf(response.completed ?? '') || 0;
  const counts = all.reduce((best, one) => (time(one) >= time(best) ? one : best), last);
  return { counts, findings: [] };
}
