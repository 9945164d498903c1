import type { ReturnedAnswer, Touches } from '../../questionnaire/diff/change.js';
import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import { resolve } from '../resolve.js';
import type { AnswerValue, Response } from '../response.js';

/** How often each answer came back, by question and profile field. */
export interface AnswerCounts {
  readonly add: (response: Response) => void;
  /** How many of the answers a change touches. */
  readonly count: (touches: Touches) => number;
}

interface Counted {
  readonly answer: ReturnedAnswer;
  times: number;
}

export function answerCounts(questionnaire: Questionnaire): AnswerCounts {
  const { questions, profile } = questionnaire;
  let responses = 0;
  const counts = new Map<string, Map<string, Counted>>();
  const note = (id: string, answer: ReturnedAnswer): void => {
    const known = counts.get(id) ?? new Map<string, Counted>();
    counts.set(id, known);
    const key = JSON.stringify(answer);
    const counted = known.get(key);
    if (counted === undefined) known.set(key, { answer, times: 1 });
    else counted.times++;
  };
  return {
    add: (response) => {
      responses++;
      const { states } = resolve(questionnaire, response);
      for (const { id, index } of questions) {
        const { value, barriers } = response.answers[id] ?? {};
        note(id, { ...answerOf(value, states[index]), ...(barriers === undefined ? {} : { barriers }) });
      }
      for (const { id } of profile) note(id, answerOf(response.profile[id], undefined));
    },
    count: ({ questions, are }) => {
      let sum = 0;
      for (const id of questions) {
        const counted = counts.get(id)?.values() ?? [{ answer: {}, times: responses }];
        for (const { answer, times } of counted) if (are(answer)) sum += times;
      }
      return sum;
    },
  };
}

function answerOf(value: AnswerValue | undefined, nonAnswer: string | undefined): ReturnedAnswer {
  if (value !== undefined) return { value };
  return nonAnswer === undefined || nonAnswer === 'unanswered' ? {} : { nonAnswer };
}
