import { type Adjustment, isSameSaid, type Said, saidIn, saidText } from '../../response/adjustment.js';
import { canonicalJson } from '../../response/meaning/canonical-json.js';
import type { Answer, Remarks, Response } from '../../response/response.js';

/** An answer that two responses of one key give differently: the first stays. */
export interface Conflict {
  /** Which of the responses says otherwise, by its place in the list. */
  readonly from: number;
  readonly name: string;
  readonly kept: string;
  readonly other: string;
}

/** A response, and whether it was asked only for what an earlier one left open. */
export interface Claimant {
  readonly response: Response;
  readonly completes?: true;
}

/**
 * One response of several: the first, its blanks filled from those behind it, in their order. What a follow-up says of a
 * question that was not known before holds, with its remarks: it was asked for that.
 */
export function mergeResponses(claimants: readonly Claimant[]): {
  readonly response: Response;
  readonly conflicts: readonly Conflict[];
} {
  const [first, ...others] = claimants.map(({ response }) => response);
  if (first === undefined) throw new Error('nothing to merge');
  const conflicts: Conflict[] = [];
  const merged: Record<string, Answer> = { ...first.answers };
  const profile: Record<string, string | number> = { ...first.profile };
  for (const [index, other] of others.entries()) {
    const from = index + 1;
    for (const [id, value] of Object.entries(other.profile)) {
      const kept = profile[id];
      if (kept === undefined) profile[id] = value;
      else if (kept !== value) conflicts.push({ from, name: id, kept: String(kept), other: String(value) });
    }
    for (const [id, answer] of Object.entries(other.answers)) {
      const before = merged[id] ?? {};
      const settles = claimants[from]?.completes === true && isOpen(before) && !isBlank(saidIn(answer));
      if (settles) {
        merged[id] = { ...remarksIn(before), ...answer };
        continue;
      }
      const { answer: both, conflicts: found } = mergeAnswers(before, answer);
      merged[id] = both;
      for (const { key, kept, other: said } of found) {
        conflicts.push({ from, name: key === 'value' ? id : `${id}__${key}`, kept, other: said });
      }
    }
  }
  const filled: Response = Object.assign({}, ...others.toReversed(), first);
  const adjustments = [first, ...others].flatMap((one) => adjustmentsOf(one, merged));
  return {
    response: {
      ...filled,
      profile,
      answers: merged,
      ...(adjustments.length === 0 ? {} : { adjustments }),
    },
    conflicts,
  };
}

/** Those that led to answers which were taken over. */
function adjustmentsOf(
  { adjustments = [], answers }: Response,
  merged: Response['answers'],
): readonly Adjustment[] {
  const isKept = (id: string) => isSameSaid(saidIn(answers[id] ?? {}), saidIn(merged[id] ?? {}));
  return adjustments.filter(({ question }) => isKept(question));
}

/** What a follow-up asks again. */
function isOpen(answer: Answer): boolean {
  return answer.value === undefined && (answer.non_answer ?? 'dont_know') === 'dont_know';
}

interface KeyConflict {
  readonly key: string;
  readonly kept: string;
  readonly other: string;
}

/** What was answered is one thing, a value or a non-answer; each remark is another. */
function mergeAnswers(
  one: Answer,
  other: Answer,
): { readonly answer: Answer; readonly conflicts: readonly KeyConflict[] } {
  const conflicts: KeyConflict[] = [];
  const [said, heard] = [saidIn(one), saidIn(other)];
  if (!isBlank(said) && !isBlank(heard) && !isSameSaid(said, heard)) {
    conflicts.push({ key: 'value', kept: saidText(said), other: saidText(heard) });
  }
  const own = remarksIn(one);
  const others = remarksIn(other);
  for (const [key, remark] of Object.entries(others)) {
    const kept = Object.entries(own).find(([name]) => name === key)?.[1];
    if (kept === undefined || remark === undefined) continue;
    const [here, there] = [textOf(kept), textOf(remark)];
    if (here !== there) conflicts.push({ key, kept: here, other: there });
  }
  const remarks = { ...others, ...own };
  const { value, non_answer: none, carried } = isBlank(said) ? other : one;
  const from = carried === undefined ? {} : { carried };
  if (value !== undefined) return { answer: { ...remarks, value, ...from }, conflicts };
  return { answer: none === undefined ? remarks : { ...remarks, non_answer: none, ...from }, conflicts };
}

function remarksIn({ value: _, non_answer: __, carried: ___, ...remarks }: Answer): Remarks {
  return remarks;
}

function isBlank({ value, non_answer: none }: Said): boolean {
  return value === undefined && none === undefined;
}

function textOf(value: string | number | boolean | readonly (string | number | boolean)[]): string {
  return typeof value === 'object' ? canonicalJson([...value]) : String(value);
}
