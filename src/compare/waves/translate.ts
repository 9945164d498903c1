import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { MigrationPlan } from '../../response/migrate/plan.js';
import type { AllAnswers } from './answer-store.js';
import { backwards, forwards, type MoveStep, type Said, sameWord, type Word } from './words.js';

/** Reads later answers as answers to the earlier questionnaire. */
export interface AnswersBefore {
  /**
   * `own` are the same response's earlier answers: what the earlier questionnaire has no word for stays as it was, and so
   * counts as a change of definition.
   */
  readonly translate: (later: AllAnswers, own: AllAnswers | undefined) => Translated;
  /** Whether both waves are scored alike, so that the last step changes nothing. */
  readonly changesNothing: boolean;
}

/** Later answers under the earlier questionnaire. */
export interface Translated extends AllAnswers {
  /** Whether a question of it, by index, was answered in words that it has. */
  readonly isSaid: (question: number) => boolean;
}

/** Both waves were asked the same. */
export function asTheyAre(changesNothing: boolean): AnswersBefore {
  return { translate: (later) => ({ ...later, isSaid: () => true }), changesNothing };
}

/** Plans that carry the answers of two waves to the current version; a wave of the current version needs none. */
export interface ToCurrent {
  readonly earlier: MigrationPlan | undefined;
  readonly later: MigrationPlan | undefined;
}

/** Later answers in the words of an earlier questionnaire: forwards to the current version, and backwards from there. */
export function byMaps(earlier: Questionnaire, later: Questionnaire, toCurrent: ToCurrent): AnswersBefore {
  const back = movesBy(toCurrent.earlier, ({ from }) => from.id);
  const forth = movesBy(toCurrent.later, ({ to }) => to.id);
  const indexOf = new Map(later.questions.map(({ id, index }) => [id, index]));
  const ways = earlier.questions.map(({ id }): { readonly from: number; readonly word: Word } | undefined => {
    const [one, current] =
      toCurrent.earlier === undefined ? [sameWord, id] : [wordOf(back.get(id)), back.get(id)?.to.id];
    if (one === undefined || current === undefined) return undefined;
    const step = forth.get(current);
    const from = indexOf.get(toCurrent.later === undefined ? current : (step?.from.id ?? ''));
    if (from === undefined) return undefined;
    if (step === undefined) return { from, word: one };
    const first = forwards(step);
    return {
      from,
      word: (said, own) => {
        const now = first(said, undefined);
        return now === undefined ? undefined : one(now, own);
      },
    };
  });
  return {
    changesNothing: false,
    translate: (later, own) => {
      const before = (i: number) => (own === undefined ? undefined : saidTo(own, i));
      const now = ways.map((way, i) => way?.word(saidTo(later, way.from), before(i)));
      const said = now.map((each, i): Said => each ?? before(i) ?? blank);
      return {
        values: said.map(({ value }) => value),
        states: said.map(({ state }) => state),
        isSaid: (question) => now[question] !== undefined,
      };
    },
  };
}

const blank: Said = { state: 'unanswered', value: undefined };

function saidTo({ states, values }: AllAnswers, index: number): Said {
  return { state: states[index] ?? 'unanswered', value: values[index] };
}

function wordOf(step: MoveStep | undefined): Word | undefined {
  return step === undefined ? undefined : backwards(step);
}

function movesBy(
  plan: MigrationPlan | undefined,
  idOf: (step: MoveStep) => string,
): ReadonlyMap<string, MoveStep> {
  const moves = (plan?.questions ?? []).filter((step) => step.kind === 'move');
  return new Map(moves.map((step) => [idOf(step), step]));
}
