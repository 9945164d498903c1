import { type GivenNonAnswer, givenNonAnswers } from '../../questionnaire/questionnaire.js';
import { remarksOf } from '../reading/read-remark.js';
import { type RemarkKey, type Remarks, remarkKeys } from '../response.js';
import type { Account } from './account.js';
import type { Moved } from './move.js';
import type { QuestionStep } from './plan.js';

export type MoveStep = Extract<QuestionStep, { kind: 'move' }>;

/** What accompanies an answer, after a migration. */
export interface MovedRemarks {
  readonly remarks: Remarks;
  /** What is to be asked again with the answer, or by itself. */
  readonly again: Remarks;
  readonly accounts: readonly Account[];
}

/**
 * Moves what accompanies an answer. It goes with the answer: where that is to be asked again, all but the note is put by
 * with it. Targets and votes become what answers become. What the new question does not ask for is dropped.
 */
export function moveRemarks(
  { from, to, move }: MoveStep,
  was: Remarks,
  answerIsKept: boolean,
  barriers: ReadonlySet<string>,
): MovedRemarks {
  let remarks = was;
  let again: Remarks = {};
  const accounts: Account[] = [];
  const asked = remarksOf(to);
  for (const key of remarkKeys) {
    if (was[key] === undefined) continue;
    const base = { kind: 'follow_up', id: from.id, to: to.id, followUp: key, was: was[key] } as const;
    if (!answerIsKept && key !== 'note') {
      remarks = without(remarks, key);
      again = { ...again, ...only(was, key) };
      accounts.push({ ...base, outcome: 'ask_again' });
      continue;
    }
    if (!asked.includes(key)) {
      remarks = without(remarks, key);
      accounts.push({ ...base, outcome: 'dropped', because: 'not_asked_for' });
      continue;
    }
    const moved = movedRemark(key, was, move, barriers);
    switch (moved.kind) {
      case 'same':
        accounts.push({ ...base, outcome: 'kept' });
        break;
      case 'remark':
        remarks = { ...remarks, ...moved.remark };
        accounts.push({ ...base, outcome: 'mapped', ...moved.why, now: moved.remark[key] });
        break;
      case 'dropped':
        remarks = without(remarks, key);
        accounts.push({ ...base, outcome: 'dropped', because: 'no_such_barrier' });
        break;
      case 'again':
        remarks = without(remarks, key);
        again = { ...again, ...only(was, key) };
        accounts.push({ ...base, outcome: 'ask_again', because: moved.because });
        break;
    }
  }
  return { remarks, again, accounts };
}

type MovedRemark =
  | Extract<Moved<never>, { kind: 'same' | 'again' }>
  | { readonly kind: 'remark'; readonly remark: Remarks; readonly why?: Pick<Account, 'because'> }
  | { readonly kind: 'dropped' };

function movedRemark(
  key: RemarkKey,
  { target, votes, barriers }: Remarks,
  move: MoveStep['move'],
  known: ReadonlySet<string>,
): MovedRemark {
  if (key === 'target' && target !== undefined) {
    const moved = move.value(target);
    if (moved.kind === 'same' || moved.kind === 'again') return moved;
    if (moved.kind === 'value' && typeof moved.value === 'number') {
      return { kind: 'remark', remark: { target: moved.value } };
    }
    return { kind: 'again', because: 'not_valid' };
  }
  if (key === 'votes' && votes !== undefined) return movedVotes(votes, move);
  if (key === 'barriers' && barriers !== undefined) {
    const left = barriers.filter((id) => known.has(id));
    if (left.length === barriers.length) return { kind: 'same' };
    if (left.length === 0) return { kind: 'dropped' };
    return { kind: 'remark', remark: { barriers: left }, why: { because: 'no_such_barrier' } };
  }
  return { kind: 'same' };
}

/** Votes are the outcome of one ballot: they are carried all together, or not at all. */
function movedVotes(votes: NonNullable<Remarks['votes']>, move: MoveStep['move']): MovedRemark {
  const now: (string | number | boolean)[] = [];
  for (const vote of votes) {
    if (vote === 'unanswered') {
      now.push(vote);
      continue;
    }
    const nonAnswer = nonAnswerOf(vote);
    const moved = nonAnswer === undefined ? move.value(vote) : move.nonAnswer(nonAnswer);
    switch (moved.kind) {
      case 'same':
        now.push(vote);
        break;
      case 'value':
        if (typeof moved.value === 'object') return { kind: 'again', because: 'not_valid' };
        now.push(moved.value);
        break;
      case 'non_answer':
        now.push(moved.nonAnswer);
        break;
      case 'again':
        return moved;
    }
  }
  return now.every((vote, i) => vote === votes[i])
    ? { kind: 'same' }
    : { kind: 'remark', remark: { votes: now } };
}

/** No option has the name of a non-answer, so that a vote is one or the other. */
function nonAnswerOf(vote: string | number | boolean): GivenNonAnswer | undefined {
  return givenNonAnswers.find((nonAnswer) => nonAnswer === vote);
}

function without<K extends RemarkKey>(remarks: Remarks, key: K): Omit<Remarks, K> {
  const { [key]: _, ...rest } = remarks;
  return rest;
}

function only(remarks: Remarks, key: RemarkKey): Remarks {
  return remarkKeys.reduce<Remarks>((kept, each) => (each === key ? kept : without(kept, each)), remarks);
}
