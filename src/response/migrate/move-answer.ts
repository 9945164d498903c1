import type { AskAgainReason } from '../ask-again.js';
import { type Answer, type AnswerValue, type Remarks, remarkKeys } from '../response.js';
import type { Account } from './account.js';
import { type MoveStep, moveRemarks } from './follow-ups.js';
import type { Moved } from './move.js';
import type { QuestionStep } from './plan.js';

/** Takes what is to be asked again, and what was said. */
export type PutBy = (step: MoveStep, because: AskAgainReason, was: Answer) => void;

/** The answer to the new question, with what accompanies it. */
export function moveAnswer(
  step: MoveStep,
  answer: Answer,
  barriers: ReadonlySet<string>,
  accounts: Account[],
  putBy: PutBy,
): Answer {
  const { from, to, move, how } = step;
  const said = saidIn(answer);
  const moved = movedOf(move, answer);
  const isOther = how === 'changed' || how === 'ask_again';
  const holds = moved.kind !== 'again' && (said !== undefined || !isOther);
  const follow = said === answer ? alone : moveRemarks(step, remarksIn(answer), holds, barriers);
  for (const account of follow.accounts) accounts.push(account);
  const left = hasAny(follow.again);
  const [kind, id] = ['answer', from.id] as const;
  switch (moved.kind) {
    case 'same':
      if (said !== undefined) accounts.push({ kind, id, to: to.id, outcome: 'kept', was: said });
      if (left) putBy(step, reasonOf(step, follow.accounts), follow.again);
      return said === answer ? answer : { ...said, ...follow.remarks };
    case 'value':
    case 'non_answer': {
      const now = moved.kind === 'value' ? { value: moved.value } : { non_answer: moved.nonAnswer };
      accounts.push({ kind, id, to: to.id, outcome: 'mapped', was: said, now });
      if (left) putBy(step, reasonOf(step, follow.accounts), follow.again);
      return { ...now, ...follow.remarks };
    }
    case 'again': {
      const { because, level } = moved;
      const why = level === undefined ? { because } : { because, level };
      accounts.push({ kind, id, to: to.id, outcome: 'ask_again', ...why, was: said });
      putBy(step, because, { ...said, ...follow.again });
      return follow.remarks;
    }
  }
}

/** What an answer that goes nowhere is accounted as, with all that accompanies it. */
export function lostAnswer(step: Exclude<QuestionStep, MoveStep>, answer: Answer): readonly Account[] {
  const outcome = step.kind === 'drop' ? 'dropped' : 'removed';
  const { value, non_answer: nonAnswer } = answer;
  const remarks = remarksIn(answer);
  const { id } = step.from;
  const accounts: Account[] = [];
  if (value !== undefined) accounts.push({ kind: 'answer', id, outcome, was: { value } });
  if (nonAnswer !== undefined) accounts.push({ kind: 'answer', id, outcome, was: { non_answer: nonAnswer } });
  for (const key of remarkKeys) {
    if (remarks[key] === undefined) continue;
    accounts.push({ kind: 'follow_up', id, followUp: key, outcome, was: remarks[key] });
  }
  return accounts;
}

const alone = { remarks: {}, again: {}, accounts: [] };

/** Of an answer its value or non-answer; the answer itself where nothing accompanies it, as with most. */
function saidIn(answer: Answer): Answer | undefined {
  let members = 0;
  for (const _ in answer) members += 1;
  const { value, non_answer: nonAnswer, carried } = answer;
  const from = carried === undefined ? {} : { carried };
  if (value !== undefined) return members === 1 ? answer : { value, ...from };
  if (nonAnswer !== undefined) return members === 1 ? answer : { non_answer: nonAnswer, ...from };
  return undefined;
}

function remarksIn({ value: _, non_answer: __, carried: ___, ...remarks }: Answer): Remarks {
  return remarks;
}

/** Of a blank there is nothing that could not hold. */
function movedOf(move: MoveStep['move'], { value, non_answer: nonAnswer }: Answer): Moved<AnswerValue> {
  if (value !== undefined) return move.value(value);
  return nonAnswer === undefined ? { kind: 'same' } : move.nonAnswer(nonAnswer);
}

function hasAny(remarks: Remarks): boolean {
  for (const _ in remarks) return true;
  return false;
}

/** Why follow-ups by themselves are to be asked again: the first reason there is, or that of their question. */
function reasonOf({ how }: MoveStep, accounts: readonly Account[]): AskAgainReason {
  for (const { outcome, because } of accounts) {
    if (outcome !== 'ask_again' || because === undefined) continue;
    if (because !== 'not_asked_for' && because !== 'no_such_barrier') return because;
  }
  return how === 'ask_again' ? 'decided' : 'changed';
}
