import type { ProfileField } from '../../questionnaire/questionnaire.js';
import type { AskAgain, AskAgainReason } from '../ask-again.js';
import { questionnaireDigest } from '../digest.js';
import { missingRequired, resolve } from '../resolve.js';
import { type Answer, type Remarks, type Response, remarkKeys } from '../response.js';
import type { Account } from './account.js';
import { type MoveStep, moveRemarks } from './follow-ups.js';
import type { FieldStep, MigrationPlan, QuestionStep } from './plan.js';

/** A response of the new version, and what became of everything that the old one said. */
export interface Migrated {
  readonly response: Response;
  readonly accounts: readonly Account[];
  /** The required questions that are left without an answer. */
  readonly open: readonly string[];
  /** The required profile fields that are left without a value, without which there is no response. */
  readonly missing: readonly ProfileField[];
}

/** Makes responses to the old version responses to the new one, as the plan says. Nothing is guessed, nothing lost. */
export function migrator(plan: MigrationPlan): (response: Response) => Migrated {
  const { from, to, reader } = plan;
  const reference = { id: to.id, version: to.version, digest: questionnaireDigest(to) };
  const barriers = new Set(to.barriers.map(({ id }) => id));
  const required = to.profile.filter((field) => field.required && !field.personal);
  const steps = new Map(plan.questions.map((step) => [step.from.id, step]));
  return (old) => {
    const accounts: Account[] = [];
    const answers: Record<string, Answer> = { ...reader.blank };
    const askAgain: Record<string, AskAgain> = {};
    const again = (step: MoveStep, because: AskAgainReason, was: Answer) => {
      askAgain[step.to.id] = {
        because,
        version: from.version,
        ...(step.to.id === step.from.id ? {} : { question: step.from.id }),
        was: { ...was },
      };
    };
    for (const step of plan.questions) {
      const answer = Object.hasOwn(old.answers, step.from.id) ? old.answers[step.from.id] : undefined;
      if (answer === undefined || isBlank(answer)) continue;
      if (step.kind === 'move') answers[step.to.id] = movedAnswer(step, answer, barriers, accounts, again);
      else accounts.push(...lost(step, answer));
    }
    for (const [id, record] of Object.entries(old.ask_again ?? {})) {
      const step = steps.get(id);
      if (step?.kind === 'move') {
        const later = askAgain[step.to.id];
        askAgain[step.to.id] =
          later === undefined ? record : { ...record, ...later, was: { ...record.was, ...later.was } };
        accounts.push({ kind: 'open', id, to: step.to.id, outcome: 'kept', was: record });
      } else {
        const outcome = step?.kind === 'drop' ? 'dropped' : 'removed';
        accounts.push({ kind: 'open', id, outcome, was: record });
      }
    }
    const profile: Record<string, string | number> = {};
    for (const step of plan.fields) moveField(step, old.profile, profile, accounts);

    const open = missingRequired(to, resolve(to, { answers, profile }), askAgain).flatMap(
      (index) => to.questions[index]?.id ?? [],
    );
    for (const id of open) askAgain[id] = { because: 'required' };
    const { ask_again: _, ...kept } = old;
    const response: Response = {
      ...kept,
      questionnaire: reference,
      profile,
      answers,
      ...(Object.keys(askAgain).length === 0 ? {} : { ask_again: askAgain }),
    };
    return { response, accounts, open, missing: required.filter(({ id }) => profile[id] === undefined) };
  };
}

function isBlank(answer: Answer): boolean {
  for (const _ in answer) return false;
  return true;
}

/** The answer to the new question; what is to be asked again is told to `again`. */
function movedAnswer(
  step: MoveStep,
  answer: Answer,
  barriers: ReadonlySet<string>,
  accounts: Account[],
  again: (step: MoveStep, because: AskAgainReason, was: Answer) => void,
): Answer {
  const { value, non_answer: nonAnswer, ...was } = answer;
  const said =
    value !== undefined ? { value } : nonAnswer !== undefined ? { non_answer: nonAnswer } : undefined;
  const base = { kind: 'answer', id: step.from.id, to: step.to.id, was: said } as const;
  const moved =
    value !== undefined
      ? step.move.value(value)
      : nonAnswer !== undefined
        ? step.move.nonAnswer(nonAnswer)
        : // Nothing was said, so there is nothing that could not hold, but the question may be another.
          ({ kind: 'same' } as const);
  const isOther = step.how === 'changed' || step.how === 'ask_again';
  const holds = moved.kind !== 'again' && (said !== undefined || !isOther);
  const follow = hasAny(was) ? moveRemarks(step, was, holds, barriers) : none;
  accounts.push(...follow.accounts);
  const left = hasAny(follow.again);
  switch (moved.kind) {
    case 'same': {
      if (said !== undefined) accounts.push({ ...base, outcome: 'kept' });
      if (left) again(step, reasonOf(step, follow.accounts), follow.again);
      return said === undefined ? follow.remarks : { ...said, ...follow.remarks };
    }
    case 'value':
    case 'non_answer': {
      const now = moved.kind === 'value' ? { value: moved.value } : { non_answer: moved.nonAnswer };
      accounts.push({ ...base, outcome: 'mapped', now });
      if (left) again(step, reasonOf(step, follow.accounts), follow.again);
      return { ...now, ...follow.remarks };
    }
    case 'again': {
      const { because, level } = moved;
      accounts.push({ ...base, outcome: 'ask_again', because, ...(level === undefined ? {} : { level }) });
      again(step, because, { ...said, ...follow.again });
      return follow.remarks;
    }
  }
}

const none = { remarks: {}, again: {}, accounts: [] };

function hasAny(remarks: Remarks): boolean {
  for (const _ in remarks) return true;
  return false;
}

/** Why follow-ups by themselves are to be asked again: the first reason there is, or that of their question. */
function reasonOf({ how }: MoveStep, accounts: readonly Account[]): AskAgainReason {
  for (const { outcome, because } of accounts) {
    if (outcome === 'ask_again' && because !== 'not_asked_for' && because !== 'no_such_barrier' && because) {
      return because;
    }
  }
  return how === 'ask_again' ? 'decided' : 'changed';
}

/** What an answer that goes nowhere is accounted as, with all that accompanies it. */
function lost(step: Exclude<QuestionStep, MoveStep>, answer: Answer): readonly Account[] {
  const outcome = step.kind === 'drop' ? 'dropped' : 'removed';
  const { value, non_answer: nonAnswer, ...remarks } = answer;
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

function moveField(
  step: FieldStep,
  profile: Response['profile'],
  to: Record<string, string | number>,
  accounts: Account[],
): void {
  const { id } = step.from;
  const was = Object.hasOwn(profile, id) ? profile[id] : undefined;
  if (was === undefined) return;
  if (step.kind !== 'move') {
    accounts.push({ kind: 'profile', id, outcome: step.kind === 'drop' ? 'dropped' : 'removed', was });
    return;
  }
  const base = { kind: 'profile', id, to: step.to.id, was } as const;
  const moved = step.move(was);
  if (moved.kind === 'same') {
    to[step.to.id] = was;
    accounts.push({ ...base, outcome: 'kept' });
  } else if (moved.kind === 'value') {
    to[step.to.id] = moved.value;
    accounts.push({ ...base, outcome: 'mapped', now: moved.value });
  } else if (moved.kind === 'again' && moved.because === 'decided') {
    accounts.push({ ...base, outcome: 'dropped' });
  } else accounts.push({ ...base, outcome: 'removed' });
}
