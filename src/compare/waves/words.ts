import { levelsOf } from '../../response/migrate/level-targets.js';
import type { QuestionStep } from '../../response/migrate/plan.js';
import type { AnswerValue } from '../../response/response.js';
import type { AnswerState } from '../../rubric/plan.js';
import type { AllAnswers } from './answer-store.js';

type Value = AllAnswers['values'][number];

/** An answer or the lack of one. */
export interface Said {
  readonly state: AnswerState;
  readonly value: Value;
}

/** Says a later answer in earlier words, or not at all; `own` is the earlier answer, which stays where it means the same. */
export type Word = (said: Said, own: Said | undefined) => Said | undefined;

export type MoveStep = Extract<QuestionStep, { readonly kind: 'move' }>;

/** The one version is the other. */
export const sameWord: Word = (said) => said;

/** What an answer to the old version of a question says in the new one. */
export function forwards({ move }: MoveStep): Word {
  return (said) => {
    const { state, value } = said;
    if (state === 'unanswered' || state === 'not_asked') return said;
    const written = state === 'value' ? answerValue(value) : undefined;
    if (state === 'value' && written === undefined) return undefined;
    const moved = state === 'value' ? move.value(written ?? '') : move.nonAnswer(state);
    switch (moved.kind) {
      case 'same':
        return said;
      case 'value':
        return { state: 'value', value: moved.value };
      case 'non_answer':
        return { state: moved.nonAnswer, value: undefined };
      case 'again':
        return undefined;
    }
  };
}

/**
 * What an answer to the new version of a question says in the old one: what was said before, where that means the same now;
 * else the only old answer that means it. Where several do, or none, there is no word for it.
 */
export function backwards(step: MoveStep): Word {
  const forth = forwards(step);
  const levels = levelsOf({ kind: 'question', question: step.from });
  const means = (old: Said | undefined, said: Said): old is Said => {
    const now = old === undefined ? undefined : forth(old, undefined);
    return now !== undefined && now.state === said.state && isEqual(now.value, said.value);
  };
  return (said, own) => {
    if (said.state !== 'value') return said;
    if (means(own, said)) return own;
    const isOneLevel = levels !== undefined && step.from.type !== 'choices';
    const candidates = isOneLevel
      ? [...levels.values()].map((value): Said => ({ state: 'value', value }))
      : [said];
    const found = candidates.filter((each) => means(each, said));
    return found.length === 1 ? found[0] : undefined;
  };
}

function answerValue(value: Value): AnswerValue | undefined {
  if (typeof value !== 'object') return value;
  const ids = value.filter((id) => typeof id === 'string');
  return ids.length === value.length ? ids : undefined;
}

function isEqual(one: Value, other: Value): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.length === other.length && one.every((each, i) => isEqual(each, other[i]));
}
