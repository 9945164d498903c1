import type { Questionnaire } from '../../questionnaire/questionnaire.js';
import type { Response } from '../../response/response.js';

type Targets = ReadonlyMap<number, number | string | boolean>;
const none: Targets = new Map();

/** Gives the wanted levels of a response, by question index. */
export function targetReader({ questions }: Questionnaire): (response: Pick<Response, 'answers'>) => Targets {
  const asking = questions.filter(({ ask }) => ask.length > 0);
  return ({ answers }) => {
    let targets: Map<number, number | string | boolean> | undefined;
    for (const { id, index } of asking) {
      const target = answers[id]?.target;
      if (target === undefined) continue;
      targets ??= new Map();
      targets.set(index, target);
    }
    return targets ?? none;
  };
}
