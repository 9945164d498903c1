import type { ProfileField } from '../../questionnaire/questionnaire.js';
import type { AskAgain } from '../ask-again.js';
import { questionnaireDigest } from '../meaning/digest.js';
import { missingRequired, resolve } from '../resolve.js';
import type { Answer, Response } from '../response.js';
import type { Account } from './account.js';
import { lostAnswer, moveAnswer, type PutBy } from './move-answer.js';
import type { FieldStep, MigrationPlan } from './plan.js';

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
    const putBy: PutBy = (step, because, was) => {
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
      if (step.kind === 'move') answers[step.to.id] = moveAnswer(step, answer, barriers, accounts, putBy);
      else accounts.push(...lostAnswer(step, answer));
    }
    for (const [id, record] of Object.entries(old.ask_again ?? {})) {
      const step = steps.get(id);
      if (step?.kind === 'move') {
        const later = askAgain[step.to.id];
        const now =
          later === undefined ? record : { ...record, ...later, was: { ...record.was, ...later.was } };
        askAgain[step.to.id] = now;
        const outcome = later === undefined ? 'kept' : 'mapped';
        accounts.push({ kind: 'open', id, to: step.to.id, outcome, was: record, now });
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
    // What was adjusted in an answer goes where the answer goes.
    const adjustments = (old.adjustments ?? []).flatMap((adjustment) => {
      const step = steps.get(adjustment.question);
      if (step?.kind !== 'move') return [];
      return { ...adjustment, question: step.to.id, version: adjustment.version ?? from.version };
    });
    const { ask_again: _, adjustments: __, ...kept } = old;
    const response: Response = {
      ...kept,
      questionnaire: reference,
      profile,
      answers,
      ...(Object.keys(askAgain).length === 0 ? {} : { ask_again: askAgain }),
      ...(adjustments.length === 0 ? {} : { adjustments }),
    };
    return { response, accounts, open, missing: required.filter(({ id }) => profile[id] === undefined) };
  };
}

function isBlank(answer: Answer): boolean {
  for (const _ in answer) return false;
  return true;
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
