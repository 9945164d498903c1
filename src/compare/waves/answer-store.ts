import type { Resolved } from '../../response/resolve.js';
import type { AnswerState } from '../../rubric/plan.js';

/** What was said to all questions, by `Question.index`. */
export type AllAnswers = Pick<Resolved, 'values' | 'states'>;

type Value = AllAnswers['values'][number];

/** Keeps the answers of many responses in little room, and makes them again. */
export interface AnswerStore {
  /** Keeps them, and gives what makes them again. */
  readonly keep: (answers: AllAnswers) => () => AllAnswers;
}

/** Responses in one piece of the store. */
const pieceSize = 1024;

/**
 * Everything that was said to a question is kept once, and of a response the number of what it said to each: of sixty thousand
 * responses to forty questions, ten megabytes instead of forty.
 */
export function answerStore(questions: number): AnswerStore {
  const said = Array.from({ length: questions }, distinct);
  const pieces: Uint32Array[] = [];
  let kept = 0;
  const read = (at: number): AllAnswers => {
    const piece = pieces[Math.floor(at / pieceSize)];
    const from = (at % pieceSize) * questions;
    const values: Value[] = [];
    const states: AnswerState[] = [];
    for (let i = 0; i < questions; i += 1) {
      const number = piece?.[from + i] ?? 0;
      values.push(said[i]?.values[number]);
      states.push(said[i]?.states[number] ?? 'unanswered');
    }
    return { values, states };
  };
  return {
    keep: ({ values, states }) => {
      const at = kept;
      kept += 1;
      if (at % pieceSize === 0) pieces.push(new Uint32Array(pieceSize * questions));
      const piece = pieces.at(-1);
      const from = (at % pieceSize) * questions;
      for (let i = 0; i < questions && piece !== undefined; i += 1) {
        piece[from + i] = said[i]?.numberOf(states[i] ?? 'unanswered', values[i]) ?? 0;
      }
      return () => read(at);
    },
  };
}

/** What was said to one question, by number. */
interface Distinct {
  readonly values: readonly Value[];
  readonly states: readonly AnswerState[];
  readonly numberOf: (state: AnswerState, value: Value) => number;
}

function distinct(): Distinct {
  const values: Value[] = [];
  const states: AnswerState[] = [];
  const byState = new Map<AnswerState, number>();
  const byValue = new Map<Value, number>();
  return {
    values,
    states,
    numberOf: (state, value) => {
      const isValue = state === 'value';
      // A list goes by its text: what has lists for answers has no texts.
      const key = typeof value === 'object' ? JSON.stringify(value) : value;
      const known = isValue ? byValue.get(key) : byState.get(state);
      if (known !== undefined) return known;
      states.push(state);
      const number = values.push(value) - 1;
      if (isValue) byValue.set(key, number);
      else byState.set(state, number);
      return number;
    },
  };
}
